/** What a person is in the community and on the platform. */
export type Role =
  | 'LEARNER'
  | 'TEACHER'
  | 'MENTOR'
  | 'GROUP_ADMIN'
  | 'MODERATOR'
  | 'SUPPORT'
  | 'FINANCE'
  | 'AUDITOR'
  | 'ADMIN';

const scopesOfRole: Readonly<Record<Role, readonly string[]>> = {
  LEARNER: [],
  TEACHER: [],
  MENTOR: ['mentoring'],
  GROUP_ADMIN: [],
  MODERATOR: ['moderation'],
  SUPPORT: ['support'],
  FINANCE: ['finance'],
  AUDITOR: ['audit'],
  ADMIN: ['admin'],
};

/** What these roles allow: the scopes that the schema asks for. */
export function scopesOf(roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap((role) => scopesOfRole[role]))].sort();
}

/** True for the name of a role. */
export function isRole(name: string): name is Role {
  return Object.hasOwn(scopesOfRole, name);
}
