import type { Viewer } from '@skillswap/kit/viewer';
import { hasScope, isSelf } from '@skillswap/kit/viewer';
import { coarseCell, type GeoPoint } from './coarse-cell.ts';
import { defaultPrivacy, type Privacy } from './privacy.ts';
import type { Role } from './roles.ts';
import { seesEverybody } from './staff.ts';

/** The state of an account. */
export type AccountState = 'ACTIVE' | 'SUSPENDED' | 'BANNED' | 'DELETED';

/** Who may make the first contact. */
export type ContactPolicy = 'EVERYONE' | 'MATCHES';

/** How the product looks on a person's devices. */
export type Theme = 'SYSTEM' | 'LIGHT' | 'DARK';

/** A person who has an account. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly emailVerifiedAt: Date | null;
  readonly displayName: string;
  readonly bio: string | null;
  readonly photoUrl: string | null;
  readonly languages: readonly string[];
  readonly preferredLanguage: string;
  readonly timeZone: string;
  /** The exact place; nobody but the person's own requests and our services may have it. */
  readonly homePoint: GeoPoint | null;
  readonly locationLabel: string | null;
  readonly idVerified: boolean;
  readonly roles: readonly Role[];
  readonly state: AccountState;
  readonly contactableBy: ContactPolicy;
  readonly privacy: Privacy;
  readonly theme: Theme;
  /** Grows with every change, so that those who keep a copy know which one is newer. */
  readonly version: number;
  readonly createdAt: Date;
}

/** What is known of a person when the account opens; the rest has its default. */
export type NewUser = Pick<
  User,
  'id' | 'email' | 'displayName' | 'preferredLanguage' | 'languages' | 'timeZone' | 'createdAt'
>;

/** The account that a verified sign-up opens. */
export function openAccount(given: NewUser): User {
  return {
    ...given,
    emailVerifiedAt: given.createdAt,
    bio: null,
    photoUrl: null,
    homePoint: null,
    locationLabel: null,
    idVerified: false,
    roles: ['LEARNER', 'TEACHER'],
    state: 'ACTIVE',
    contactableBy: 'EVERYONE',
    privacy: defaultPrivacy,
    theme: 'SYSTEM',
    version: 1,
  };
}

/**
 * Whether the viewer may know that this person exists. To somebody whom the person has blocked,
 * and to everybody once the account is closed, the person is nobody.
 */
export function isVisible(user: User, viewer: Viewer, hasBlockedViewer: boolean): boolean {
  if (isSelf(viewer, user.id)) return user.state === 'ACTIVE' || user.state === 'SUSPENDED';
  if (seesEverybody(viewer)) return true;
  return user.state === 'ACTIVE' && !hasBlockedViewer;
}

/** The cell that the rest of the product may compute distances with; null when it is hidden. */
export function toldCell({ homePoint, privacy }: Pick<User, 'homePoint' | 'privacy'>) {
  return homePoint === null || privacy.location === 'NOBODY' ? null : coarseCell(homePoint);
}

/** Whether a new password may be set by a mailed link: not for an account that is closed for good. */
export function mayResetPassword({ state }: User): boolean {
  return state === 'ACTIVE' || state === 'SUSPENDED';
}

/** Whether the viewer may read what only the person and administrators may. */
export function isSelfOrAdmin(viewer: Viewer, userId: string): boolean {
  return isSelf(viewer, userId) || hasScope(viewer, 'admin');
}
