import { systemClock, type Clock } from '@skillswap/kit/clock';
import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Subgraph } from '@skillswap/kit/server';
import { createAccessTokens } from './access-token.ts';
import { createAnnounceRegistry } from './announce-registry.ts';
import { createAnnounceRevocations } from './announce-revocations.ts';
import { createAuthSessionRepository } from './auth-session-repository.ts';
import { createBlockRepository } from './block-repository.ts';
import { createBreachList, noBreachList } from './breach-list.ts';
import type { UsersConfig } from './config.ts';
import { createConsentRepository } from './consent-repository.ts';
import { createContext, type Context } from './context.ts';
import { createCredentialRepository } from './credential-repository.ts';
import type { Dependencies } from './dependencies.ts';
import { createEmailChangeRepository } from './email-change-repository.ts';
import { identityCallbackRoute } from './identity-callback-route.ts';
import { createIdentityFlowRepository } from './identity-flow-repository.ts';
import { createIdentityLinkRepository } from './identity-link-repository.ts';
import { createIdentityProviders, identityCallbackPath } from './identity-providers.ts';
import type { JudgeOperations } from './judge-operations.ts';
import { jwksRoute } from './jwks-route.ts';
import { createPartnerKeyRepository } from './partner-key-repository.ts';
import { createPartnerRepository } from './partner-repository.ts';
import { createPasswordHasher, type PasswordHasherLimits } from './password-hasher.ts';
import { createPasswordResetRepository } from './password-reset-repository.ts';
import { createPresenceStore } from './presence-store.ts';
import { createRegisteredOperationRepository } from './registered-operation-repository.ts';
import { createRegistrationRepository } from './registration-repository.ts';
import { createRegistryRepository } from './registry-repository.ts';
import { createRevocationRepository } from './revocation-repository.ts';
import { resolvers } from './resolvers/index.ts';
import { createSealedSecrets } from './sealed-secrets.ts';
import { createSecondFactorRepository } from './second-factor-repository.ts';
import { configuredKeys } from './signing-keys.ts';
import { storedKeys } from './stored-keys.ts';
import { createThrottles } from './throttles.ts';
import { createUseRepository } from './use-repository.ts';
import { createUserRepository } from './user-repository.ts';

/** The part of the configuration that is not about engines and ports. */
export type UsersSettings = Pick<
  UsersConfig,
  'accessTokens' | 'appUrl' | 'breachListUrl' | 'identityProviders' | 'sealKeys'
> & { readonly judgeOperations: JudgeOperations; readonly hashing: PasswordHasherLimits };

/** The users subgraph on open stores: people, their credentials, devices, blocks and roles. */
export async function usersSubgraph(
  runtime: MongoRuntime,
  settings: UsersSettings,
  realTime: Clock = systemClock,
): Promise<Subgraph<Context>> {
  const { store, redis, prefix, clock, log, transact, relay, sendMail } = runtime;
  const { accessTokens, appUrl, breachListUrl, judgeOperations, sealKeys } = settings;
  const { issuer, privateKeys } = accessTokens;
  // Real time, not the product's: verifiers and caches on the way keep keys by it.
  const keys =
    privateKeys === null ? storedKeys(store, () => realTime.now()) : configuredKeys(privateKeys);
  await keys.current();
  const registry = createRegistryRepository(store);
  await registry.prepare();
  const dependencies: Dependencies = {
    clock,
    realTime,
    log,
    transact,
    relay,
    sendMail,
    appUrl,
    users: createUserRepository(store),
    credentials: createCredentialRepository(store),
    registrations: createRegistrationRepository(store),
    passwordResets: createPasswordResetRepository(store),
    emailChanges: createEmailChangeRepository(store),
    secondFactors: createSecondFactorRepository(store),
    sealedSecrets: createSealedSecrets(sealKeys),
    identityProviders: createIdentityProviders({
      ...settings.identityProviders,
      appUrl,
      publicUrl: issuer,
      log,
    }),
    identityFlows: createIdentityFlowRepository(store),
    identityLinks: createIdentityLinkRepository(store),
    consents: createConsentRepository(store),
    authSessions: createAuthSessionRepository(store),
    blocks: createBlockRepository(store),
    presences: createPresenceStore(redis, prefix, log),
    passwords: await createPasswordHasher(settings.hashing),
    isBreachedPassword:
      breachListUrl === null ? noBreachList : createBreachList(breachListUrl, log),
    throttles: createThrottles(redis, prefix),
    issueAccessToken: createAccessTokens(keys, issuer, clock),
    revocations: createRevocationRepository(store, () => realTime.now()),
    announceRevocations: createAnnounceRevocations(redis, prefix, log),
    partners: createPartnerRepository(store),
    partnerKeys: createPartnerKeyRepository(store),
    registeredOperations: createRegisteredOperationRepository(store),
    registry,
    uses: createUseRepository(store),
    judgeOperations,
    announceRegistry: createAnnounceRegistry(redis, prefix, log),
  };
  return {
    name: 'users',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    createContext: (request) => createContext(request, dependencies),
    routes: {
      'GET /.well-known/jwks.json': jwksRoute(keys),
      [`POST ${identityCallbackPath}`]: identityCallbackRoute(appUrl),
    },
    ready: () => runtime.ready(),
    lag: () => runtime.lag(),
  };
}
