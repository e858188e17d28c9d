import type { Dependencies } from './dependencies.ts';
import type { Identity, ProveIdentityRefusal } from './identity.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';

/** Why somebody who is back from a provider is nobody yet. */
export type ReturnRefusal = ProveIdentityRefusal | 'INVALID_FLOW' | 'INVALID_CALLBACK';

/** What a client has of somebody who is back from a provider. */
export interface Return {
  readonly flowToken: string;
  readonly callbackUrl: string;
}

type Needs = Pick<Dependencies, 'clock' | 'identityFlows' | 'identityProviders' | 'throttles'>;

const callbackMaximum = 4_096;

/**
 * Who somebody is who is back from a provider. The flow stays, for {@link Dependencies.identityFlows}
 * to be taken with what is done by it; who it was is kept until then, for a code is exchanged once.
 * `userId` is the person who began it, null for nobody: another one's flow does not exist.
 */
export async function proveIdentity(
  { clock, identityFlows, identityProviders, throttles }: Needs,
  { flowToken, callbackUrl }: Return,
  userId: string | null,
  clientAddress: string | null,
): Promise<Outcome<Identity, ReturnRefusal>> {
  await throttles.admitIdentity(clientAddress);
  const flow = await identityFlows.find(flowToken, clock.now());
  if (flow?.userId !== userId) return invalidFlow;
  if (flow.identity !== null) return done(flow.identity);
  const provider = identityProviders.get(flow.provider);
  if (provider === undefined) return invalidFlow;
  if (callbackUrl.length > callbackMaximum || !URL.canParse(callbackUrl)) {
    return refused(refusal('INVALID_CALLBACK', 'callbackUrl'));
  }
  const identity = await provider.prove(new URL(callbackUrl).search, flow);
  if (typeof identity === 'string') return refused(refusal(identity, 'callbackUrl'));
  await identityFlows.keepIdentity(flowToken, identity);
  return done(identity);
}

/** There is no such flow, or it has been used, or it is too old. */
export const invalidFlow = refused(refusal('INVALID_FLOW', 'flowToken'));
