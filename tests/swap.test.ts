import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { brokenInvariants } from '../subgraphs/payments/test/money-invariants.ts';
import { postgres } from '../subgraphs/payments/src/postgres-driver.ts';
import { actAt, codesOf } from './act.ts';
import { ask } from './graph.ts';
import { grantRoles } from './grant-roles.ts';
import { Person } from './journey/person.ts';
import { endpointOf, openSystemClock, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const { act, make } = actAt(endpoint);
const clock = openSystemClock(system);
const ada = new Person(endpoint, somebody('Ada'));
const bob = new Person(endpoint, somebody('Bob'));
const [eve, fay] = [new Person(endpoint, somebody('Eve')), new Person(endpoint, somebody('Fay'))];
const people = [ada, bob, eve, fay];
const soon = { timeout: 15_000 };

const hour = 3_600_000;
let begin: number;
let held: readonly { readonly id: string; readonly teacher: { readonly id: string } }[];
let guitar: string;
let cooking: string;
beforeAll(async () => {
  await Promise.all(people.map((person) => person.signUp()));
  for (const { introduction } of [eve, fay]) {
    await grantRoles(system.mongodbUri, introduction.email, ['FINANCE']);
  }
  const skill = { type: 'TEACH', level: 'BEGINNER', languages: ['en'], modes: ['REMOTE'] };
  guitar = await make(ada, 'addSkill', { ...skill, label: 'Guitar' }, 'skill');
  cooking = await make(bob, 'addSkill', { ...skill, label: 'Cooking' }, 'skill');
  begin = Math.ceil((await clock.now()).getTime() / hour) * hour;
});
afterAll(async () => {
  await Promise.all(people.map((person) => person[Symbol.asyncDispose]()));
  await clock[Symbol.asyncDispose]();
});

const times = (fromHour: number, hours: number) => ({
  startAt: new Date(begin + fromHour * hour).toISOString(),
  endAt: new Date(begin + (fromHour + hours) * hour).toISOString(),
  mode: 'REMOTE',
});
const key = () => ({ idempotencyKey: crypto.randomUUID() });

async function creditsOf(person: Person): Promise<unknown> {
  const query = '{ viewer { timeCredits { balanceMinutes standing remainingMinutes } } }';
  return (await ask(endpoint, person, query)).data?.['viewer'];
}
const credits = (balanceMinutes: number, standing = 'GOOD') => ({
  timeCredits: { balanceMinutes, standing },
});

it('a swap of 60 and 90 minutes moves their difference once, however often both say that it is done', async () => {
  const swap = {
    ...key(),
    teach: { skillId: guitar, ...times(2, 1) },
    learn: { skillId: cooking, ...times(4, 1.5) },
  };
  const proposed = await act(ada, 'proposeSwap', swap, 'sessions { id teacher { id } }');
  held = z
    .array(z.object({ id: z.string(), teacher: z.object({ id: z.string() }) }))
    .length(2)
    .parse(proposed['sessions']);
  expect(codesOf(await act(bob, 'confirmSession', { sessionId: held[0]?.id }))).toEqual([]);
  await clock.moveClockTo(new Date(begin + 6 * hour));
  await Promise.all(people.map((person) => person.logIn()));

  const done = (person: Person, sessionId: string) =>
    act(person, 'markSessionDone', { sessionId }, 'session { status }');
  for (const { id } of held) {
    const answers = [done(ada, id), done(bob, id), done(ada, id), done(bob, id)];
    await Promise.allSettled(answers);
    const answer = await ask(endpoint, ada, `{ session(id: "${id}") { status } }`);
    expect(answer.data).toEqual({ session: { status: 'DONE' } });
  }
  await expect.poll(() => creditsOf(ada), soon).toMatchObject(credits(60 - 90));
  await expect.poll(() => creditsOf(bob), soon).toMatchObject(credits(90 - 60));
});

it('who learned may pay for the session; its teacher is owed their share, and is sent it by the finance team', async () => {
  const earned = async () =>
    (await ask(endpoint, ada, '{ viewer { earnings { balance { amountMinor currency } } } }'))
      .data?.['viewer'];
  const lesson = held.find(({ teacher }) => teacher.id === ada.id);
  const wish = { ...key(), amountMinor: 2_001, currency: 'EUR', sessionId: lesson?.id };
  expect(codesOf(await act(ada, 'createPaymentIntent', wish))).toEqual(['NOT_FOUND']);
  const paymentIntentId = await make(bob, 'createPaymentIntent', wish, 'paymentIntent');
  const card = { ...key(), paymentIntentId, paymentMethod: 'pm_card_visa' };
  expect(codesOf(await act(bob, 'confirmPaymentIntent', card))).toEqual([]);
  const again = { ...wish, ...key() };
  expect(codesOf(await act(bob, 'createPaymentIntent', again))).toEqual(['WRONG_STATUS']);
  const owed = (amountMinor: number) => ({
    earnings: [{ balance: { amountMinor, currency: 'EUR' } }],
  });
  await expect.poll(earned, soon).toEqual(owed(1_700));

  const account = `acct_${crypto.randomUUID().replaceAll('-', '')}`;
  const entered = await act(eve, 'setPayoutAccount', { ...key(), personId: ada.id, account });
  expect(codesOf(entered)).toEqual([]);
  const payout = (amountMinor: number) => ({
    ...key(),
    ...{ personId: ada.id, amountMinor, currency: 'EUR' },
  });
  expect(codesOf(await act(eve, 'payOut', payout(1_701)))).toEqual(['PAYOUT_TOO_LARGE']);
  expect(await earned()).toEqual(owed(1_700));
  expect(await act(eve, 'payOut', payout(1_000), 'payout { status }')).toMatchObject({
    payout: { status: 'SENT' },
  });
  expect(await earned()).toEqual(owed(700));
});

it('who learns far more than they teach is warned first, and then asks for no more sessions', async () => {
  const correct = async (minutes: number) => {
    const proposal = { ...key(), userId: bob.id, minutes, reason: 'A workshop.' };
    const adjustmentId = await make(eve, 'proposeTimeCreditAdjustment', proposal, 'adjustment');
    const decision = { ...key(), adjustmentId, approve: true };
    expect(codesOf(await act(fay, 'decideTimeCreditAdjustment', decision))).toEqual([]);
  };
  const asks = (hours: number) =>
    act(bob, 'proposeSession', { ...key(), skillId: guitar, ...times(hours, 1) });

  await correct(-340);
  expect(await creditsOf(bob)).toMatchObject(credits(-310, 'LOW'));
  expect(codesOf(await asks(30))).toEqual([]);

  await correct(-290);
  expect(await creditsOf(bob)).toMatchObject(credits(-600, 'EXHAUSTED'));
  let hours = 30;
  const next = async () => codesOf(await asks((hours += 2)));
  await expect.poll(next, { ...soon, interval: 1_000 }).toEqual(['TIME_CREDIT_LIMIT']);
  // Teaching is how to come back.
  const offer = { ...key(), skillId: cooking, learnerId: ada.id, ...times(20, 1) };
  expect(codesOf(await act(bob, 'proposeSession', offer))).toEqual([]);
});

it('the minutes of the whole community sum to zero, and no rule of the books is broken', async () => {
  const sql = postgres(system.databaseUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { search_path: 'payments' },
  });
  try {
    expect(await brokenInvariants(sql)).toEqual({});
    const [sum] =
      await sql`select sum(balance)::int as minutes from ledger_accounts where unit = 'MINUTES'`;
    expect(sum).toEqual({ minutes: 0 });
  } finally {
    await sql.end();
  }
});
