import { anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Followed } from './follow.ts';
import { accepted } from './payloads.ts';
import { later, startSessions, type TestSessions } from './start-sessions.ts';

let sessions: TestSessions;
/** Another instance on the same stores, of which no wake-up ever arrives. */
let silent: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
  silent = await startSessions({ beside: sessions, losesWakeUps: true });
});
afterAll(async () => {
  await silent[Symbol.asyncDispose]();
  await sessions[Symbol.asyncDispose]();
});

const one = `subscription ($id: ID!, $after: Int) {
  sessionUpdated(sessionId: $id, afterVersion: $after) { id status version updateCursor }
}`;
const mine = `subscription ($after: String) {
  mySessionUpdates(afterCursor: $after) { id status version updateCursor }
}`;

const update = z.object({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  updateCursor: z.string().nullable(),
});
async function next(followed: Followed) {
  const [value] = Object.values(z.record(z.string(), update).parse(await followed.next()));
  if (value === undefined) throw new Error('an event without data');
  return value;
}
const short = ({ status, version }: z.infer<typeof update>) => `${status} ${String(version)}`;

describe('the updates of one session', () => {
  it('replay every version and go on live', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    await using followed = await sessions.follow(learner, one, { id: session.id, after: 0 });
    expect(short(await next(followed))).toBe('PROPOSED 1');
    expect(short(await next(followed))).toBe('CONFIRMED 2');
    const coming = next(followed);
    accepted(await sessions.act(teacher, 'cancelSession', { sessionId: session.id }));
    expect(short(await coming)).toBe('CANCELLED 3');
  });

  it('go on after the version that the client has', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    await using followed = await sessions.follow(teacher, one, { id: session.id, after: 1 });
    expect(short(await next(followed))).toBe('CONFIRMED 2');
    accepted(await sessions.act(learner, 'cancelSession', { sessionId: session.id }));
    expect(short(await next(followed))).toBe('CANCELLED 3');
  });

  it('come to administrators, and are the same as of no session to strangers', async () => {
    const { session } = await sessions.aConfirmedSession();
    await using asAdmin = await sessions.follow(anAdmin(), one, { id: session.id, after: 1 });
    expect(await next(asAdmin)).toMatchObject({ status: 'CONFIRMED', updateCursor: null });
    const stranger = await sessions.aPerson();
    const refusals: string[] = [];
    for (const id of [session.id, 'ses_none']) {
      await using followed = await sessions.follow(stranger, one, { id, after: 0 });
      refusals.push(await followed.next().then(String, String));
    }
    expect(refusals[0]).toContain('There is no such session.');
    expect(refusals[0]).toBe(refusals[1]);
  });

  it('arrive without any wake-up', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    await using followed = await silent.follow(learner, one, { id: session.id, after: 1 });
    expect(short(await next(followed))).toBe('CONFIRMED 2');
    accepted(await silent.act(teacher, 'cancelSession', { sessionId: session.id }));
    expect(short(await next(followed))).toBe('CANCELLED 3');
  });

  it('end for somebody who is suspended', async () => {
    const { teacher, learner, session } = await sessions.aConfirmedSession();
    await using followed = await sessions.follow(learner, one, { id: session.id, after: 1 });
    await next(followed);
    const suspension = { userId: learner.id, version: 2, state: 'SUSPENDED' };
    await sessions.tell('users', 'user.stateChanged', suspension);
    await eventually(async () => {
      const [person] = await sessions.stores.people.findByIds([learner.id]);
      expect(person?.isActive).toBe(false);
    });
    accepted(await sessions.act(teacher, 'cancelSession', { sessionId: session.id }));
    await expect(followed.next()).rejects.toThrow('ended');
  });
});

describe("the updates of all of one's sessions", () => {
  it('miss nothing while many sessions change at once and the client comes and goes', async () => {
    const { teacher, skillId } = await sessions.aPair();
    const count = 15;
    const learners = await Promise.all(Array.from({ length: count }, () => sessions.aPerson()));
    const change = async (at: number) => {
      const learner = learners[at];
      if (learner === undefined) throw new Error('nobody there');
      const wish = { startAt: later(48 + at), endAt: later(49 + at) };
      const { id } = accepted(await sessions.propose(learner, skillId, wish));
      accepted(await silent.act(teacher, 'confirmSession', { sessionId: id }));
    };
    const first = await sessions.aPerson();
    const { id: firstId } = accepted(
      await sessions.propose(first, skillId, { startAt: later(24), endAt: later(25) }),
    );
    const [own] = await sessions.stores.updates.findSeqs(teacher.id, [{ id: firstId, version: 1 }]);
    expect(own?.seq).toBe(1);

    const changing = Promise.all(Array.from({ length: count }, (_, at) => change(at)));
    const seen: string[] = [];
    let after: string | null = await cursorOf(firstId);
    while (seen.length < 2 * count) {
      await using followed = await sessions.follow(teacher, mine, { after });
      for (let read = 0; read < 7 && seen.length < 2 * count; read += 1) {
        const event = await next(followed);
        seen.push(`${event.id} ${String(event.version)}`);
        after = event.updateCursor;
      }
    }
    await changing;
    expect(new Set(seen).size).toBe(2 * count);
    for (const [at, entry] of seen.entries()) {
      if (entry.endsWith(' 2')) expect(seen.slice(0, at)).toContain(entry.replace(/ 2$/, ' 1'));
    }

    async function cursorOf(id: string) {
      const query = 'query ($id: ID!) { session(id: $id) { updateCursor } }';
      const { data } = await sessions.as(teacher).execute(query, { id });
      return z.object({ session: z.object({ updateCursor: z.string() }) }).parse(data).session
        .updateCursor;
    }
  });

  it('begin with what happens next when no cursor is given', async () => {
    const { teacher, learner, skillId, session } = await sessions.aConfirmedSession();
    await using followed = await sessions.follow(learner, mine);
    const coming = next(followed);
    // The subscription is surely there once a version later than its beginning has arrived.
    const wish = { startAt: later(100), endAt: later(101) };
    await eventually(async () => {
      accepted(await sessions.propose(learner, skillId, wish));
      await Promise.race([coming, new Promise((_resolve, reject) => setTimeout(reject, 200))]);
    });
    expect(short(await coming)).toBe('PROPOSED 1');
    expect((await coming).id).not.toBe(session.id);
    expect(teacher.id).not.toBe(learner.id);
  });

  it('count without a gap', async () => {
    const { teacher } = await sessions.aConfirmedSession();
    const rows = await sessions.runtime.store.db
      .collection('sessionUpdates')
      .find({}, { projection: { userId: 1, seq: 1 } })
      .sort({ userId: 1, seq: 1 })
      .toArray();
    const byUser = Map.groupBy(rows, (row) => String(row['userId']));
    expect(byUser.get(teacher.id)).toHaveLength(2);
    for (const own of byUser.values()) {
      expect(own.map((row): unknown => row['seq'])).toEqual(own.map((_, at) => at + 1));
    }
  });

  it('refuse a cursor that is none', async () => {
    const ada = await sessions.aPerson();
    await using followed = await sessions.follow(ada, mine, { after: 'abc' });
    await expect(followed.next()).rejects.toThrow('BAD_USER_INPUT');
  });
});
