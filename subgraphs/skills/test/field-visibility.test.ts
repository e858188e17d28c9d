import { newId } from '@skillswap/kit/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSurface, type RootRule } from '@skillswap/kit/test/surface';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

const surface = readSurface(new URL('../schema.graphql', import.meta.url));
let world: SkillsWorld;
let viewers: Readonly<Record<string, Viewer>>;
let entities: Readonly<Record<string, { readonly __typename: string } & Record<string, string>>>;
const as = (viewer: Viewer) => world.as(viewer);

// Bob teaches what ada, with whom he has a match, wants; he has blocked somebody. One skill of his is
// hidden because he never said again that it holds.
beforeAll(async () => {
  world = await openSkillsWorld();
  const people = createOperations(world);
  const [ada, bob, blocked] = [await world.signUp(), await world.signUp(), await world.signUp()];
  const labels = { en: 'Weaving', fr: 'Tissage' };
  await people.createSkillTag(anAdmin(), { slug: 'weaving', labels, aliases: ['loom'] });
  await people.learns(ada, 'Weaving');
  const skill = await people.teaches(bob, 'Weaving');
  const hidden = await people.teaches(bob, 'Juggling');
  await world.runtime.store.db
    .collection<{ _id: string }>('skills')
    .updateOne({ _id: hidden.id }, { $set: { hiddenAt: new Date(), listed: false } });
  const [match] = await people.matchesOf(ada);
  if (match === undefined) throw new Error('there is no match');
  await people.snoozeMatch(ada, match.id, new Date(Date.now() + 86_400_000));
  const sessionId = newId('ses');
  const ids = { teacherId: ada.id, learnerId: bob.id };
  await world.tell('sessions', 'session.done', { sessionId, skillId: null, ...ids });
  const planId = await proposePlan({ ...ada, scopes: ['mentoring'] }, bob.id);
  await world.tell('users', 'user.blocked', { blockerId: bob.id, blockedId: blocked.id });
  viewers = {
    anonymous,
    partner: { kind: 'partner', id: 'acme', scopes: [] },
    stranger: await world.signUp(),
    participant: ada,
    blocked,
    moderator: aMember({ roles: ['MODERATOR'], scopes: ['moderation'] }),
    admin: anAdmin(),
    self: bob,
  };
  entities = {
    'a person': { __typename: 'User', id: bob.id },
    'a tag': { __typename: 'SkillTag', slug: 'weaving' },
    'a skill': { __typename: 'Skill', id: skill.id },
    'a hidden skill': { __typename: 'Skill', id: hidden.id },
    'a match': { __typename: 'Match', id: match.id },
    'a learning plan': { __typename: 'LearningPlan', id: planId },
    'a session of elsewhere': { __typename: 'Session', id: sessionId },
  };
});
afterAll(() => world[Symbol.asyncDispose]());

async function proposePlan(mentor: Viewer, learnerId: string): Promise<string> {
  const step = '{ title: "Warp", tagSlug: "weaving" }';
  const input = `{ learnerId: "${learnerId}", title: "Weaving", note: "Slowly", steps: [${step}] }`;
  const { data } = await as(mentor).execute(
    `mutation { proposeLearningPlan(input: ${input}) { learningPlan { id } } }`,
  );
  const [, id = ''] = /"(lpl_\w+)"/.exec(JSON.stringify(data)) ?? [];
  return id;
}

const notBlocked = 'anonymous partner stranger participant moderator admin self';
const everybody = `${notBlocked} blocked`;
const both = 'participant self';

/** Who sees which field of what; whoever is named nowhere sees that there is nothing. */
const audiences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a person': {
    ...{ id: everybody, skills: notBlocked, matches: 'self', matchingPaused: 'self' },
    learningPlans: 'self',
  },
  'a tag': { slug: everybody, label: everybody, aliases: everybody },
  'a skill': {
    ...audience(notBlocked, ['id', 'user', 'tag', 'label', 'type', 'level', 'languages', 'modes']),
    ...audience(notBlocked, ['createdAt', 'confirmedAt', 'endorsements']),
    hiddenSince: '',
  },
  // Search, matches and lists do not lead to it; whoever has its id, from a session, still reads it.
  'a hidden skill': {
    ...audience(notBlocked, ['id', 'user', 'label', 'type', 'level', 'languages', 'modes']),
    ...audience(notBlocked, ['createdAt', 'confirmedAt', 'endorsements']),
    hiddenSince: 'self',
    tag: '',
  },
  'a match': {
    ...audience(both, ['id', 'user', 'score', 'reasons', 'status']),
    teachesViewer: 'participant',
    learnsFromViewer: 'self',
    snoozedUntil: 'participant',
  },
  // Ada is bob's mentor.
  'a learning plan': {
    ...audience(both, ['id', 'mentor', 'learner', 'title', 'note', 'status', 'steps', 'version']),
    ...audience(both, ['createdAt', 'changedAt']),
  },
  'a session of elsewhere': { id: everybody },
};

function audience(who: string, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, who]));
}

describe('every field', () => {
  it('has its audience written down here', () => {
    const known = Object.entries(entities).map(([what, { __typename }]) => [what, __typename]);
    for (const [what = '', type = ''] of known) {
      const written = Object.keys(audiences[what] ?? {}).sort();
      expect([what, written]).toEqual([what, surface.fieldsOf(type).sort()]);
    }
    expect([...new Set(known.map(([, type]) => type))].sort()).toEqual(surface.entities().sort());
  });

  it.each(Object.keys(audiences))(
    'of %s is seen by its audience, and by nobody else',
    async (what) => {
      const entity = entities[what];
      if (entity === undefined) throw new Error(`there is no entity for ${what}`);
      for (const [name, viewer] of Object.entries(viewers)) {
        const fields = Object.entries(audiences[what] ?? {});
        const expected = fields.filter(([, who]) => who.split(' ').includes(name));
        const seen = await surface.seenBy(as, viewer, entity);
        expect([name, (seen ?? []).sort()]).toEqual([
          name,
          expected.map(([field]) => field).sort(),
        ]);
        if (expected.length === 0) expect([name, seen]).toEqual([name, null]);
      }
    },
  );
});

describe('every query and mutation', () => {
  const codesFor = async (viewer: Viewer, rule: RootRule) => {
    const ruled = surface.rootFields().filter(({ rules }) => rules.includes(rule));
    const codes = new Map<unknown, string[]>();
    for (const { name, operation } of ruled) {
      const { errors } = await as(viewer).execute(operation);
      const code = errors[0]?.extensions?.['code'];
      codes.set(code, [...(codes.get(code) ?? []), name]);
    }
    return codes;
  };

  it('has one rule', () => {
    for (const { name, rules } of surface.rootFields()) {
      expect([name, rules.length]).toEqual([name, 1]);
    }
  });

  it('that is not public is refused to nobody in particular, by this subgraph itself', async () => {
    for (const rule of ['authenticated', 'requiresScopes'] as const) {
      const codes = await codesFor(anonymous, rule);
      codes.delete('UNAUTHENTICATED');
      codes.delete('FORBIDDEN');
      expect(codes).toEqual(new Map());
    }
  });

  it.each(['requiresScopes', 'inaccessible'] as const)(
    'that is for some alone (%s) is refused to members',
    async (rule) => {
      const codes = await codesFor(aMember(), rule);
      codes.delete('FORBIDDEN');
      expect(codes).toEqual(new Map());
    },
  );
});
