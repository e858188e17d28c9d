import type { Clock } from '@skillswap/kit/clock';
import type { Log } from '@skillswap/kit/log';
import type { SendMail } from '@skillswap/kit/mail';
import type { Transact } from '@skillswap/kit/mongo';
import type { Relay } from '@skillswap/kit/outbox';
import type { IssueAccessToken } from './access-token.ts';
import type { AnnounceRegistry } from './announce-registry.ts';
import type { AnnounceRevocation } from './announce-revocation.ts';
import type { AuthSessionRepository } from './auth-session-repository.ts';
import type { BlockRepository } from './block-repository.ts';
import type { IsBreachedPassword } from './breach-list.ts';
import type { ConsentRepository } from './consent-repository.ts';
import type { CredentialRepository } from './credential-repository.ts';
import type { EmailChangeRepository } from './email-change-repository.ts';
import type { IdentityFlowRepository } from './identity-flow-repository.ts';
import type { IdentityLinkRepository } from './identity-link-repository.ts';
import type { IdentityProviders } from './identity.ts';
import type { JudgeOperations } from './judge-operations.ts';
import type { PartnerKeyRepository } from './partner-key-repository.ts';
import type { PartnerRepository } from './partner-repository.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { PasswordResetRepository } from './password-reset-repository.ts';
import type { RegisteredOperationRepository } from './registered-operation-repository.ts';
import type { RegistrationRepository } from './registration-repository.ts';
import type { RegistryRepository } from './registry-repository.ts';
import type { SealedSecrets } from './sealed-secrets.ts';
import type { SecondFactorRepository } from './second-factor-repository.ts';
import type { Throttles } from './throttles.ts';
import type { UseRepository } from './use-repository.ts';
import type { UserRepository } from './user-repository.ts';

/** What the use cases work with; each one names the few parts that it needs. */
export interface Dependencies {
  readonly clock: Clock;
  /** The machine's own time, for what goes by people's own devices. */
  readonly realTime: Clock;
  readonly log: Log;
  readonly transact: Transact;
  readonly relay: Pick<Relay, 'settled'>;
  readonly sendMail: SendMail;
  /** Where clients live; mailed links point there. */
  readonly appUrl: string;
  readonly users: UserRepository;
  readonly credentials: CredentialRepository;
  readonly registrations: RegistrationRepository;
  readonly passwordResets: PasswordResetRepository;
  readonly emailChanges: EmailChangeRepository;
  readonly secondFactors: SecondFactorRepository;
  readonly sealedSecrets: SealedSecrets;
  readonly identityProviders: IdentityProviders;
  readonly identityFlows: IdentityFlowRepository;
  readonly identityLinks: IdentityLinkRepository;
  readonly consents: ConsentRepository;
  readonly authSessions: AuthSessionRepository;
  readonly blocks: BlockRepository;
  readonly passwords: PasswordHasher;
  readonly isBreachedPassword: IsBreachedPassword;
  readonly throttles: Throttles;
  readonly issueAccessToken: IssueAccessToken;
  readonly announceRevocation: AnnounceRevocation;
  readonly partners: PartnerRepository;
  readonly partnerKeys: PartnerKeyRepository;
  readonly registeredOperations: RegisteredOperationRepository;
  readonly registry: RegistryRepository;
  readonly uses: UseRepository;
  readonly judgeOperations: JudgeOperations;
  readonly announceRegistry: AnnounceRegistry;
}
