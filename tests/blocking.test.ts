import { eventually } from '@skillswap/kit/test/testkit';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { actAt, codesOf, type Wish } from './act.ts';
import { ask } from './graph.ts';
import { Person } from './journey/person.ts';
import { endpointOf, openSystemClock, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const { act, make } = actAt(endpoint);
const ada = new Person(endpoint, somebody('Ada'));
const bob = new Person(endpoint, somebody('Bob'));
const carol = new Person(endpoint, somebody('Carol'));
const people = [ada, bob, carol];

const minute = 60_000;
/** The system's time after it was moved for the last time. */
let begin: number;
const topic = crypto.randomUUID();
/** Ids of which nobody has ever heard, each of its own type. */
const nobody = '00000000000000000000000000';
let adasSkill: string;
let matchId: string;
let reviewId: string;
let agreed: string;
let direct: string;
let group: string;

const block = (blocker: Person, blocked: Person) =>
  act(blocker, 'blockUser', { userId: blocked.id });
const send = (person: Person, conversationId: string, text: string) =>
  act(person, 'sendMessage', { conversationId, clientMessageId: crypto.randomUUID(), text });

beforeAll(async () => {
  await Promise.all(people.map((person) => person.signUp()));
  const skill = (person: Person, type: string, label: string) =>
    make(
      person,
      'addSkill',
      { type, label, level: 'BEGINNER', languages: ['en'], modes: ['REMOTE'] },
      'skill',
    );
  adasSkill = await skill(ada, 'TEACH', `Guitar ${topic}`);
  await skill(bob, 'LEARN', `Guitar ${topic}`);
  await eventually(async () => {
    expect(await matchesOf(bob)).toHaveLength(1);
  });
  matchId = (await matchesOf(bob))[0] ?? '';
  await using clock = openSystemClock(system);
  begin = (await clock.now()).getTime();
  const over = await agreeOn(1);
  begin += 7 * minute;
  await clock.moveClockTo(new Date(begin));
  await Promise.all(people.map((person) => person.logIn()));
  reviewId = await reviewEachOther(over);
  agreed = await agreeOn(3_000);
  direct = await make(ada, 'openDirectConversation', { userId: bob.id }, 'conversation');
  const members = { memberIds: [ada.id, bob.id], title: 'Guitars', isAnnouncement: false };
  const idempotencyKey = crypto.randomUUID();
  group = await make(
    carol,
    'createGroupConversation',
    { idempotencyKey, ...members },
    'conversation',
  );
}, 120_000);
afterAll(() => Promise.all(people.map((person) => person[Symbol.asyncDispose]())));

it('members of a conversation see who of the others is there, unless that one hides it', async () => {
  const query = `query ($id: ID!) {
    conversation(id: $id) {
      ... on GroupConversation {
        participants(first: 10) { edges { node { user { id presence { online } } } } }
      }
    }
  }`;
  const carolAsSeenBy = async (person: Person) => {
    const { data } = await ask(endpoint, person, query, { id: group });
    const { edges } = participants.parse(data).conversation.participants;
    return edges.map(({ node }) => node.user).find(({ id }) => id === carol.id)?.presence;
  };
  await act(carol, 'reportPresence', { online: true });
  expect(await carolAsSeenBy(ada)).toEqual({ online: true });
  await act(carol, 'updateProfile', { privacy: { presence: 'NOBODY' } });
  expect(await carolAsSeenBy(ada)).toBeNull();
  expect(await carolAsSeenBy(carol)).toEqual({ online: true });
});

describe('a person who is blocked', () => {
  it('keeps what was acknowledged before, and reaches nobody afterwards', async () => {
    const acknowledged: string[] = [];
    const reachedFive = Promise.withResolvers<undefined>();
    let isBlocked = false;
    const sendOn = async (lane: string) => {
      for (let count = 1; ; count += 1) {
        const text = `${lane} ${String(count)}`;
        const isLate = isBlocked;
        const codes = codesOf(await send(bob, direct, text));
        if (codes.length === 0) {
          expect(isLate).toBe(false);
          acknowledged.push(text);
          if (acknowledged.length === 5) reachedFive.resolve(undefined);
          continue;
        }
        expect(codes).toEqual(['NOT_ALLOWED']);
        return;
      }
    };
    const sending = Promise.all(['first', 'second', 'third'].map(sendOn));
    await Promise.race([reachedFive.promise, sending]);
    expect(codesOf(await block(ada, bob))).toEqual([]);
    isBlocked = true;
    await sending;
    expect((await textsIn(ada, direct)).toSorted()).toEqual(acknowledged.toSorted());
    expect((await textsIn(bob, direct)).toSorted()).toEqual(acknowledged.toSorted());
  });

  it('hears nothing of who blocked them on any socket', async () => {
    const { lastSeq: said } = await readConversation(bob, direct);
    const heard = await listenAsBob();
    expect(codesOf(await send(ada, direct, 'into nothing'))).toEqual(['NOT_ALLOWED']);
    for (const conversationId of [direct, group]) {
      await act(ada, 'setTyping', { conversationId, isTyping: true }, 'isTold');
    }
    expect(codesOf(await send(ada, group, 'a secret of hers'))).toEqual([]);
    expect(codesOf(await send(carol, group, 'are you there?'))).toEqual([]);
    await act(carol, 'setTyping', { conversationId: group, isTyping: false }, 'isTold');

    // What Carol does comes last, so that all that Ada did would have come before.
    const inGroup = await heard.group(2);
    expect(inGroup).toMatchObject([
      { message: { sender: null, text: null } },
      { message: { sender: { id: carol.id }, text: 'are you there?' } },
    ]);
    const typing = await heard.typingUntil({ user: { id: carol.id }, isTyping: false });
    const inInbox = await heard.inboxUntil({ lastSeq: heard.lastSeq + 2 });
    // An inbox is told a little later, and so perhaps now of what was said before the block.
    const listed = inInbox.filter((event) => !isMatch(event, { id: direct, lastSeq: said }));
    for (const event of listed) expect(event).toMatchObject({ id: group });
    expect(JSON.stringify([inGroup, typing, listed])).not.toMatch(/Ada|secret/);
    expect((await textsIn(carol, group)).slice(-2)).toEqual(['a secret of hers', 'are you there?']);
    heard.end();
  });

  it('neither finds nor matches who blocked them', async () => {
    const seen = await ask(
      endpoint,
      bob,
      `query ($user: ID!, $text: String!) {
        user(id: $user) { id reliability { done } availability { timeZone } }
        searchSkills(text: $text, first: 5) { edges { node { id } } }
      }`,
      { user: ada.id, text: topic },
    );
    expect(seen.errors).toEqual([]);
    expect(seen.data).toMatchObject({ user: null });
    expect(seen.text).not.toContain(adasSkill);
    expect(await matchesOf(bob)).toEqual([]);
    expect(await matchesOf(ada)).toEqual([]);
  });

  it.each<[string, string, (id: string) => Wish, () => string, string]>([
    ['propose', 'proposeSession', aProposal, () => adasSkill, 'session { id }'],
    ['hold a time', 'holdSlot', aHold, () => ada.id, 'hold { id }'],
    ['show interest', 'expressInterest', (id) => ({ matchId: id }), () => matchId, 'match { id }'],
    ['reply to a review', 'replyToReview', aReply, () => reviewId, 'review { id }'],
    ['gather a group', 'createGroupConversation', aGroup, () => ada.id, 'conversation { id }'],
  ])(
    'cannot %s, and is answered as if there were nobody',
    async (_title, mutation, wish, id, what) => {
      const real = id();
      const madeUp = real.replace(/_.*$/, `_${nobody}`);
      const [refused, unknown] = [
        await act(bob, mutation, wish(real), what),
        await act(bob, mutation, wish(madeUp), what),
      ];
      expect(codesOf(refused)).not.toEqual([]);
      expect(refused).toEqual(unknown);
    },
  );

  it('reads what was agreed without the other person, and can only call it off', async () => {
    const query = `query ($id: ID!) {
      session(id: $id) { status teacher { displayName } learner { displayName } }
    }`;
    const { data, errors } = await ask(endpoint, bob, query, { id: agreed });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      session: { status: 'CONFIRMED', teacher: null, learner: { displayName: 'Bob' } },
    });
    const wish = { sessionId: agreed, ...inMinutes(4_000) };
    expect(codesOf(await act(bob, 'requestReschedule', wish))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await act(bob, 'cancelSession', { sessionId: agreed }))).toEqual([]);
  });
});

describe('a block that is taken back', () => {
  it('gives everything back that it took', async () => {
    expect(codesOf(await act(ada, 'unblockUser', { userId: bob.id }))).toEqual([]);
    const { data } = await ask(endpoint, bob, `{ user(id: "${ada.id}") { displayName } }`);
    expect(data).toEqual({ user: { displayName: 'Ada' } });
    expect(await matchesOf(bob)).toEqual([matchId]);
    expect(codesOf(await send(bob, direct, 'hello again'))).toEqual([]);
    expect((await textsIn(ada, direct)).at(-1)).toBe('hello again');
    expect((await textsIn(bob, group)).slice(-2)).toEqual(['a secret of hers', 'are you there?']);
    expect(codesOf(await act(bob, 'replyToReview', aReply(reviewId)))).toEqual([]);
    expect(codesOf(await act(bob, 'proposeSession', aProposal(adasSkill)))).toEqual([]);
  });
});

/** Five minutes, from so many minutes after the story's beginning. */
function inMinutes(minutes: number) {
  return {
    startAt: new Date(begin + minutes * minute).toISOString(),
    endAt: new Date(begin + (minutes + 5) * minute).toISOString(),
  };
}

function aProposal(skillId: string, minutes = 5_000): Wish {
  return { idempotencyKey: crypto.randomUUID(), skillId, mode: 'REMOTE', ...inMinutes(minutes) };
}

function aHold(userId: string): Wish {
  return { userId, ...inMinutes(6_000) };
}

function aReply(id: string): Wish {
  return { reviewId: id, text: 'Thank you.' };
}

function aGroup(userId: string): Wish {
  const rest = { title: 'Guitars', isAnnouncement: false };
  return { idempotencyKey: crypto.randomUUID(), memberIds: [userId], ...rest };
}

async function agreeOn(minutes: number): Promise<string> {
  const sessionId = await make(bob, 'proposeSession', aProposal(adasSkill, minutes), 'session');
  return make(ada, 'confirmSession', { sessionId }, 'session');
}

/** Both say that a session took place and review it; answers the review of Bob by Ada. */
async function reviewEachOther(sessionId: string): Promise<string> {
  const marks = { stars: 4, punctuality: 4, pedagogy: 4, engagement: 4, communication: 4 };
  const ids: string[] = [];
  for (const person of [bob, ada]) await make(person, 'markSessionDone', { sessionId }, 'session');
  for (const person of [bob, ada]) {
    ids.push(await make(person, 'submitReview', { sessionId, ...marks }, 'review'));
  }
  return ids[1] ?? '';
}

const idNodes = z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) });

async function matchesOf(person: Person): Promise<string[]> {
  const { data } = await ask(
    endpoint,
    person,
    '{ viewer { matches(first: 5) { edges { node { id } } } } }',
  );
  const { viewer } = z.object({ viewer: z.object({ matches: idNodes }) }).parse(data);
  return viewer.matches.edges.map(({ node }) => node.id);
}

const presentUser = z.object({ id: z.string(), presence: z.unknown() });
const participants = z.object({
  conversation: z.object({
    participants: z.object({
      edges: z.array(z.object({ node: z.object({ user: presentUser }) })),
    }),
  }),
});

const history = z.object({
  conversation: z.object({
    lastSeq: z.number(),
    messages: z.object({
      edges: z.array(z.object({ node: z.object({ text: z.string().nullable() }) })),
    }),
  }),
});

async function readConversation(person: Person, id: string) {
  const query = `query ($id: ID!) {
    conversation(id: $id) { lastSeq messages(last: 100) { edges { node { text } } } }
  }`;
  return history.parse((await ask(endpoint, person, query, { id })).data).conversation;
}

async function textsIn(person: Person, id: string): Promise<(string | null)[]> {
  const { messages } = await readConversation(person, id);
  return messages.edges.map(({ node }) => node.text);
}

/** Bob's sockets, once each of them is surely open. */
async function listenAsBob() {
  const follow = (field: string, declared: string, given: string, selection: string, ids: Wish) => {
    const query = parse(`subscription ${declared} { event: ${field}${given} { ${selection} } }`);
    const following = bob.subscribe<{ event: unknown }, Record<string, unknown>>(query, ids);
    return {
      next: async () => (await following.next()).event,
      end: () => {
        following.end();
      },
    };
  };
  const typing = follow(
    'typing',
    '($id: ID!)',
    '(conversationId: $id)',
    'user { id displayName } isTyping',
    {
      id: group,
    },
  );
  const inbox = follow(
    'inboxEvents',
    '',
    '',
    'conversation { id lastSeq members { displayName } }',
    {},
  );
  const first = Promise.all([typing.next(), inbox.next()]);
  let isOpen = false;
  void first.then(() => (isOpen = true));
  await expect
    .poll(
      async () => {
        await act(carol, 'setTyping', { conversationId: group, isTyping: true }, 'isTold');
        await send(carol, group, 'hello?');
        return isOpen;
      },
      { timeout: 15_000, interval: 200 },
    )
    .toBe(true);
  const { lastSeq } = await readConversation(bob, group);
  const texts = follow(
    'conversationEvents',
    '($id: ID!, $after: Int)',
    '(conversationId: $id, afterSeq: $after)',
    'message { sender { id displayName } text }',
    { id: group, after: lastSeq },
  );
  const collectUntil = async (next: () => Promise<unknown>, last: object) => {
    const collected: unknown[] = [];
    do collected.push(await next());
    while (!isMatch(collected.at(-1), last));
    return collected;
  };
  const nextListed = async () =>
    z.object({ conversation: z.unknown() }).parse(await inbox.next()).conversation;
  return {
    lastSeq,
    group: async (count: number) => {
      const events: unknown[] = [];
      while (events.length < count) events.push(await texts.next());
      return events;
    },
    typingUntil: (last: object) => collectUntil(typing.next, last),
    inboxUntil: (last: object) => collectUntil(nextListed, last),
    end() {
      for (const each of [typing, inbox, texts]) each.end();
    },
  };
}

function isMatch(event: unknown, wanted: object): boolean {
  try {
    expect(event).toMatchObject(wanted);
    return true;
  } catch {
    return false;
  }
}
