/** Those whose word about who somebody is counts here. */
export type IdentityProviderName = 'GOOGLE' | 'APPLE';

/** Who a provider says that somebody is. */
export interface Identity {
  readonly provider: IdentityProviderName;
  /** The provider's own, lasting name of the person; addresses change, this does not. */
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider has seen that the address is the person's. */
  readonly emailVerified: boolean;
}

/** An identity with which a person logs in here. */
export interface IdentityLink {
  readonly id: string;
  readonly userId: string;
  readonly provider: IdentityProviderName;
  readonly subject: string;
  /** The address when it was linked, for the person to recognise the identity by. */
  readonly email: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** What binds a provider's answer to the question: none of it is known to anybody else. */
export interface IdentityChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Somebody who is away at a provider, or back with an answer that is not used yet. */
export interface IdentityFlow extends IdentityChecks {
  readonly provider: IdentityProviderName;
  /** Who wants to link the identity; null for somebody who wants to log in. */
  readonly userId: string | null;
  /** Set once the provider has answered: a code is exchanged once, but forms may be sent again. */
  readonly identity: Identity | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Why a provider's answer proves nothing. */
export type ProveIdentityRefusal = 'IDENTITY_NOT_PROVED' | 'PROVIDER_UNAVAILABLE';

/** A provider, as the rest of this subgraph asks it. */
export interface IdentityProvider {
  /** Where to send somebody; null while the provider is away. */
  authorizationUrl(checks: IdentityChecks): Promise<string | null>;
  /** Who somebody is by the query with which the provider sent them back. */
  prove(callbackQuery: string, checks: IdentityChecks): Promise<Identity | ProveIdentityRefusal>;
}

/** The providers that are configured. */
export type IdentityProviders = ReadonlyMap<IdentityProviderName, IdentityProvider>;

const lifeMilliseconds = 10 * 60_000;

/** When somebody who goes to a provider now must be back. */
export function identityFlowEnd(now: Date): Date {
  return new Date(now.getTime() + lifeMilliseconds);
}
