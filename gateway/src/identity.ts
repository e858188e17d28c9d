import { identityLifeSeconds, signIdentity, type Viewer } from '@skillswap/kit/viewer';

/** A token that tells `subgraph` who asks. */
export type Identify = (subgraph: string, viewer: Viewer) => Promise<string>;

const reuseMilliseconds = (identityLifeSeconds - 15) * 1000;
const mostIdentities = 20_000;

/** Signs identities and reuses each for most of its life, so that signing is off the hot path. */
export function createIdentities(secret: string): Identify {
  const signed = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  return (subgraph, viewer) => {
    const key = `${subgraph} ${JSON.stringify(viewer)}`;
    const known = signed.get(key);
    if (known !== undefined && known.until > performance.now()) return known.token;
    const token = signIdentity(secret, subgraph, viewer);
    if (signed.size >= mostIdentities) signed.clear();
    signed.set(key, { token, until: performance.now() + reuseMilliseconds });
    return token;
  };
}
