import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { z } from 'zod';
import type { Log } from '@skillswap/kit/log';
import { normaliseEmail } from './email-address.ts';
import type {
  Identity,
  IdentityProvider,
  IdentityProviderName,
  ProveIdentityRefusal,
} from './identity.ts';

/** How to ask one OpenID provider. */
export interface OpenIdSettings {
  readonly provider: IdentityProviderName;
  readonly issuer: string;
  readonly clientId: string;
  /** Made anew for each exchange: some providers want a signed one that ends soon. */
  readonly clientSecret: () => Promise<string>;
  /** Where the provider sends people back; it must know the address. */
  readonly redirectUri: string;
  /** Whether the provider sends them back by a link or by a form. */
  readonly responseMode: 'query' | 'form_post';
}

const timeoutSeconds = 5;

/**
 * Asks a provider by the code flow of OpenID Connect with PKCE, state and nonce; the signature of the
 * ID token is checked as well. What the provider publishes about itself is read with the first use.
 */
export function createOpenIdProvider(settings: OpenIdSettings, log: Log): IdentityProvider {
  const { provider, clientSecret, redirectUri, responseMode } = settings;
  let secret = '';
  const configuration = remembered(() =>
    discover(settings, (_server, client, body) => {
      body.set('client_id', client.client_id);
      body.set('client_secret', secret);
    }),
  );
  return {
    async authorizationUrl({ state, nonce, codeVerifier }) {
      try {
        const url = buildAuthorizationUrl(await configuration(), {
          scope: 'openid email',
          redirect_uri: redirectUri,
          response_mode: responseMode,
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        });
        return url.href;
      } catch (error) {
        log.warn({ err: error, provider }, 'an identity provider does not answer');
        return null;
      }
    },

    async prove(callbackQuery, { state, nonce, codeVerifier }) {
      const callback = new URL(redirectUri);
      callback.search = callbackQuery;
      try {
        secret = await clientSecret();
        const tokens = await authorizationCodeGrant(await configuration(), callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
        });
        return toIdentity(provider, claimsSchema.parse(tokens.claims()));
      } catch (error) {
        const refusal = refusalOf(error);
        log.warn({ err: error, provider, refusal }, 'an identity was not proved');
        return refusal;
      }
    },
  };
}

function discover(
  { issuer, clientId }: OpenIdSettings,
  authenticate: ClientAuth,
): Promise<Configuration> {
  const server = new URL(issuer);
  // Marked as deprecated so as to stand out; configuration allows http: in development alone.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const insecure = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(server, clientId, undefined, authenticate, {
    timeout: timeoutSeconds,
    execute: [enableNonRepudiationChecks, ...insecure],
  });
}

// Apple writes the truth as text.
const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
});

function toIdentity(
  provider: IdentityProviderName,
  { sub, email, email_verified: verified }: z.infer<typeof claimsSchema>,
): Identity {
  return {
    provider,
    subject: sub,
    email: normaliseEmail(email ?? ''),
    emailVerified: verified === true || verified === 'true',
  };
}

const outages: ReadonlySet<unknown> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** Whatever is not plainly an outage proves nothing. */
function refusalOf(error: unknown): ProveIdentityRefusal {
  if (error instanceof AuthorizationResponseError) return 'IDENTITY_NOT_PROVED';
  if (error instanceof ResponseBodyError) {
    return error.status >= 500 ? 'PROVIDER_UNAVAILABLE' : 'IDENTITY_NOT_PROVED';
  }
  if (error instanceof ClientError) {
    return outages.has(error.code) ? 'PROVIDER_UNAVAILABLE' : 'IDENTITY_NOT_PROVED';
  }
  // This is how fetch fails.
  return error instanceof TypeError ? 'PROVIDER_UNAVAILABLE' : 'IDENTITY_NOT_PROVED';
}

/** Does something once, and again after it failed. */
function remembered<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let memory: Promise<Value> | null = null;
  return () => {
    memory ??= make();
    memory.catch(() => {
      memory = null;
    });
    return memory;
  };
}
