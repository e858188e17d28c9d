import { serviceUnavailable } from '@skillswap/kit/errors';
import type { Person } from '../src/contact.ts';
import type { Contacts } from '../src/contacts.ts';
import { pairKey } from '../src/conversation.ts';

/** Stands in for the users and skills subgraphs: everybody is there and open to contact. */
export interface Town {
  readonly contacts: Contacts;
  change(userId: string, over: Partial<Person>): void;
  forget(userId: string): void;
  block(one: string, other: string): void;
  unblock(one: string, other: string): void;
  match(one: string, other: string): void;
  /** Makes an owner stop answering, or answer again. */
  setDown(owner: 'users' | 'skills', isDown: boolean): void;
}

/** Makes a town of its own for one test file. */
export function createTown(): Town {
  const changed = new Map<string, Person | null>();
  const blocked = new Set<string>();
  const matched = new Set<string>();
  const down = new Set<string>();
  const find = (id: string) => {
    const person = changed.get(id);
    return person === undefined ? ordinary(id) : person;
  };
  return {
    contacts: {
      facts(userId, otherIds) {
        if (down.has('users')) return Promise.reject(serviceUnavailable());
        const people = [userId, ...otherIds].map(find).filter((person) => person !== null);
        return Promise.resolve({
          people: new Map(people.map((person) => [person.id, person])),
          blockedIds: new Set(otherIds.filter((id) => blocked.has(pairKey(userId, id)))),
        });
      },
      isMutualMatch(userId, otherId) {
        if (down.has('skills')) return Promise.reject(serviceUnavailable());
        return Promise.resolve(matched.has(pairKey(userId, otherId)));
      },
    },
    change(userId, over) {
      changed.set(userId, { ...ordinary(userId), ...over });
    },
    forget(userId) {
      changed.set(userId, null);
    },
    block(one, other) {
      blocked.add(pairKey(one, other));
    },
    unblock(one, other) {
      blocked.delete(pairKey(one, other));
    },
    match(one, other) {
      matched.add(pairKey(one, other));
    },
    setDown(owner, isDown) {
      if (isDown) down.add(owner);
      else down.delete(owner);
    },
  };
}

function ordinary(id: string): Person {
  return { id, state: 'ACTIVE', contactableBy: 'EVERYONE', preferredLanguage: 'en' };
}
