import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Log } from '@skillswap/kit/log';
import type { IdentityProviders } from './identity.ts';
import { createOpenIdProvider, type OpenIdSettings } from './openid-provider.ts';

/** Where people come back from a provider: a page of the clients', or the side door before it. */
export const identityCallbackPath = '/identity/callback';

/** What Google gave us to ask it with. */
export interface GoogleSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What Apple gave us to ask it with. */
export interface AppleSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly teamId: string;
  readonly keyId: string;
  /** On P-256. */
  readonly privateKey: KeyObject;
}

/** The providers of a deployment; null where one is not used. */
export interface IdentityProviderSettings {
  readonly google: GoogleSettings | null;
  readonly apple: AppleSettings | null;
}

/** What {@link createIdentityProviders} needs. */
export interface IdentityProvidersOptions extends IdentityProviderSettings {
  /** Where clients live. */
  readonly appUrl: string;
  /** The graph's public address. */
  readonly publicUrl: string;
  readonly log: Log;
}

/** The configured providers, ready to be asked. */
export function createIdentityProviders(options: IdentityProvidersOptions): IdentityProviders {
  const { google, apple, appUrl, publicUrl, log } = options;
  const settings: OpenIdSettings[] = [];
  if (google !== null) settings.push(askGoogle(google, appUrl));
  if (apple !== null) settings.push(askApple(apple, publicUrl));
  return new Map(settings.map((one) => [one.provider, createOpenIdProvider(one, log)]));
}

function askGoogle({ issuer, clientId, clientSecret }: GoogleSettings, appUrl: string) {
  return {
    provider: 'GOOGLE',
    issuer,
    clientId,
    clientSecret: () => Promise.resolve(clientSecret),
    redirectUri: new URL(identityCallbackPath, appUrl).href,
    responseMode: 'query',
  } as const;
}

/** Apple tells an address only by a form, which a page cannot take: the side door passes it on. */
function askApple(settings: AppleSettings, publicUrl: string) {
  return {
    provider: 'APPLE',
    issuer: settings.issuer,
    clientId: settings.clientId,
    clientSecret: () =>
      new SignJWT()
        .setProtectedHeader({ alg: 'ES256', kid: settings.keyId })
        .setIssuer(settings.teamId)
        .setSubject(settings.clientId)
        .setAudience(settings.issuer)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(settings.privateKey),
    redirectUri: new URL(identityCallbackPath, publicUrl).href,
    responseMode: 'form_post',
  } as const;
}
