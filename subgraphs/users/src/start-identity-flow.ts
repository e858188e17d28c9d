import { randomPKCECodeVerifier } from 'openid-client';
import type { Dependencies } from './dependencies.ts';
import { identityFlowEnd, type IdentityProviderName } from './identity.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { newSecret } from './secret-token.ts';

/** Why nobody is sent to a provider. */
export type StartIdentityFlowRefusal = 'PROVIDER_UNKNOWN' | 'PROVIDER_UNAVAILABLE';

/** What a client needs to send somebody to a provider and to take them back. */
export interface StartedIdentityFlow {
  readonly authorizationUrl: string;
  /** Kept by the client: an answer counts only together with it. */
  readonly flowToken: string;
}

type Needs = Pick<Dependencies, 'clock' | 'identityFlows' | 'identityProviders' | 'throttles'>;

/**
 * Sends somebody to a provider: to link an identity for a person who is logged in, to log in for
 * everybody else. What binds the answer to this question stays here.
 */
export async function startIdentityFlow(
  { clock, identityFlows, identityProviders, throttles }: Needs,
  provider: IdentityProviderName,
  userId: string | null,
  clientAddress: string | null,
): Promise<Outcome<StartedIdentityFlow, StartIdentityFlowRefusal>> {
  await throttles.admitIdentity(clientAddress);
  const asked = identityProviders.get(provider);
  if (asked === undefined) return refused(refusal('PROVIDER_UNKNOWN', 'provider'));
  const checks = {
    state: newSecret(),
    nonce: newSecret(),
    codeVerifier: randomPKCECodeVerifier(),
  };
  const authorizationUrl = await asked.authorizationUrl(checks);
  if (authorizationUrl === null) return refused(refusal('PROVIDER_UNAVAILABLE', 'provider'));

  const [flowToken, createdAt] = [newSecret(), clock.now()];
  const expiresAt = identityFlowEnd(createdAt);
  await identityFlows.insert(flowToken, {
    ...{ provider, userId, ...checks },
    ...{ identity: null, createdAt, expiresAt },
  });
  return done({ authorizationUrl, flowToken });
}
