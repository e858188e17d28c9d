import { describe, expect, it } from 'vitest';
import { canTalk, refuseContact, type ContactFacts, type Person } from './contact.ts';

const person = (id: string, over: Partial<Person> = {}): Person => ({
  id,
  state: 'ACTIVE',
  contactableBy: 'EVERYONE',
  preferredLanguage: null,
  ...over,
});

const facts = (people: Person[], blockedIds: string[] = []): ContactFacts => ({
  people: new Map(people.map((one) => [one.id, one])),
  blockedIds: new Set(blockedIds),
});

describe('a first contact', () => {
  const choosy = person('bob', { contactableBy: 'MATCHES' });
  it.each([
    ['with anyone', facts([person('ada'), person('bob')]), false, null],
    ['with nobody', facts([person('ada')]), false, 'NOT_FOUND'],
    ['across a block', facts([person('ada'), person('bob')], ['bob']), true, 'NOT_FOUND'],
    [
      'across a block with a choosy person',
      facts([person('ada'), choosy], ['bob']),
      false,
      'NOT_FOUND',
    ],
    [
      'with a suspended person',
      facts([person('ada'), person('bob', { state: 'SUSPENDED' })]),
      false,
      'NOT_FOUND',
    ],
    [
      'of a suspended person',
      facts([person('ada', { state: 'SUSPENDED' }), person('bob')]),
      false,
      'NOT_FOUND',
    ],
    ['with a choosy person', facts([person('ada'), choosy]), false, 'NOT_ALLOWED'],
    ['with a choosy person who is a match', facts([person('ada'), choosy]), true, null],
  ])('%s is judged', (_title, known, isMutualMatch, refusal) => {
    expect(refuseContact(known, 'ada', 'bob', isMutualMatch)).toBe(refusal);
  });
});

describe('talking', () => {
  it('needs everybody to be there and nobody to block the speaker', () => {
    const all = [person('ada'), person('bob'), person('carol')];
    expect(canTalk(facts(all), 'ada', ['bob', 'carol'])).toBe(true);
    expect(canTalk(facts(all, ['carol']), 'ada', ['bob', 'carol'])).toBe(false);
    expect(canTalk(facts(all.slice(0, 2)), 'ada', ['bob', 'carol'])).toBe(false);
  });
});
