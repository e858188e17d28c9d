import { newId } from '@skillswap/kit/id';
import { serviceUnavailable } from '@skillswap/kit/errors';
import type { People, Person } from '../src/people.ts';
import type { OfferedSkill, Skills } from '../src/skills.ts';

/** What stands in for the users and skills subgraphs. */
export type Town = ReturnType<typeof createTown>;

/** People and skills that tests make up; `close` makes both subgraphs unreachable. */
export function createTown() {
  const known = new Map<string, Person>();
  const taught = new Map<string, OfferedSkill>();
  const blocks = new Set<string>();
  const matches = new Set<string>();
  let isClosed = false;
  const pair = (a: string, b: string) => [a, b].toSorted().join(' ');
  const answer = <Result>(result: () => Result): Promise<Result> =>
    isClosed ? Promise.reject(serviceUnavailable()) : Promise.resolve(result());

  const people: People = {
    findByIds: (ids) => answer(() => [...known.values()].filter(({ id }) => ids.includes(id))),
    findBlocked: (userId, otherIds) =>
      answer(() => otherIds.filter((otherId) => blocks.has(pair(userId, otherId)))),
  };
  const skills: Skills = {
    findById: (id) => answer(() => taught.get(id) ?? null),
    areMutualMatch: (userId, otherId) => answer(() => matches.has(pair(userId, otherId))),
  };

  return {
    people,
    skills,
    settle(person: Pick<Person, 'id'> & Partial<Person>) {
      known.set(person.id, {
        state: 'ACTIVE',
        timeZone: 'UTC',
        contactableBy: 'EVERYONE',
        email: `${person.id}@example.org`,
        preferredLanguage: 'en',
        displayName: 'Somebody',
        ...known.get(person.id),
        ...person,
      });
    },
    teach(userId: string, type = 'TEACH'): string {
      const id = newId('skl');
      taught.set(id, { id, userId, type });
      return id;
    },
    block: (a: string, b: string) => blocks.add(pair(a, b)),
    match: (a: string, b: string) => matches.add(pair(a, b)),
    close: () => {
      isClosed = true;
    },
    open: () => {
      isClosed = false;
    },
  };
}
