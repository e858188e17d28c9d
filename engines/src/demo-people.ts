/** The people a fresh development system is seeded with; all share one password. */
export const demoPassword = 'correct horse battery staple';

/** What a demo person may do besides being a member. */
export type DemoRole = 'member' | 'moderator' | 'admin' | 'partner';

export interface DemoPerson {
  name: string;
  displayName: string;
  email: string;
  role: DemoRole;
}

const person = (name: string, displayName: string, role: DemoRole): DemoPerson => ({
  name,
  displayName,
  email: `${name}@skillswap.example`,
  role,
});

export const demoPeople: readonly DemoPerson[] = [
  person('ada', 'Ada', 'member'),
  person('bob', 'Bob', 'member'),
  person('carol', 'Carol', 'member'),
  person('dan', 'Dan', 'moderator'),
  person('eve', 'Eve', 'admin'),
  person('acme', 'Acme Learning', 'partner'),
];
