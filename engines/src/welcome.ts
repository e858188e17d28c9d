import { demoPassword, demoPeople } from './demo-people.ts';
import type { RunningSystem } from './running-system.ts';

/** The one screen a person sees when the system runs. */
export function welcome(system: RunningSystem, startedIn: number): string {
  const { origin, internalOrigin, environment } = system;
  const lines = [
    `SkillSwap runs at ${origin} (ready in ${(startedIn / 1000).toFixed(1)} s)`,
    '',
    `  GraphQL   ${origin}/graphql, with a console for the browser`,
    ...(environment === 'production' ? [] : [`  Mailbox   ${internalOrigin}/mailbox`]),
    `  Health    ${internalOrigin}/readyz and /metrics`,
    '  Logs      .data/logs/',
    '',
    ...(environment === 'production' ? [] : demoLines()),
    'Ctrl-C stops everything; the data stays.',
  ];
  return ['', ...lines, ''].join('\n');
}

function demoLines(): string[] {
  const people = demoPeople.filter(({ role }) => role !== 'partner');
  return [
    `  Log in with the password: ${demoPassword}`,
    ...people.map(({ email, role }) => `    ${email.padEnd(26)} ${role}`),
    '',
    '  npm run demo                  a member’s journey, step by step',
    '  npm run clock -- +15d         moves the system’s time forward',
    '  npm run partners -- key acme  an API key of the partner acme, shown once',
    '',
  ];
}
