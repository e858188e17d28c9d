import { newId } from '@skillswap/kit/id';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import type { Member, Viewer } from '@skillswap/kit/viewer';
import { expect } from 'vitest';
import { z } from 'zod';
import { aPayer } from './payer.ts';
import type { TestPayments } from './start-payments.ts';

/** A session that was held, of which payments has heard. */
export async function aHeldSession(
  payments: TestPayments,
  { teacher = aMember(), learner = aMember() }: { teacher?: Member; learner?: Member } = {},
) {
  const sessionId = newId('ses');
  const [teacherId, learnerId] = [teacher.id, learner.id];
  const done = { sessionId, teacherId, learnerId, minutes: 60 };
  await payments.publish('sessions', 'session.done', done);
  await eventually(async () => {
    const rows = await payments.owner`
      select from held_sessions where session_id = ${sessionId}`;
    expect(rows).toHaveLength(1);
  });
  return { sessionId, teacher, learner };
}

/** A held session that its learner has paid for. */
export async function aPaidSession(
  payments: TestPayments,
  { amountMinor = 1_000, ...people }: { amountMinor?: number; teacher?: Member } = {},
) {
  const { sessionId, teacher, learner } = await aHeldSession(payments, people);
  const ada = aPayer(payments, learner);
  const id = await ada.hasBegun({ sessionId, amountMinor });
  await ada.confirms(id);
  const [row] = await payments.owner<{ providerIntentId: string }[]>`
    select provider_intent_id from payment_intents where id = ${id}`;
  return { id, sessionId, teacher, ada, providerId: row?.providerIntentId ?? '' };
}

const money = z.object({ amountMinor: z.number(), currency: z.string() });
const account = z.object({
  currency: z.string(),
  balance: money,
  entries: z.object({
    edges: z.array(
      z.object({
        cursor: z.string(),
        node: z.object({
          kind: z.string(),
          amount: money,
          commission: money.nullable(),
          session: z.object({ id: z.string() }).nullable(),
        }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
  }),
});

/** Asks for somebody's earnings. */
export function askForEarnings(
  payments: Pick<TestPayments, 'as'>,
  viewer: Viewer,
  userId: string,
  args = 'first: 100',
) {
  return payments.as(viewer).execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { earnings {
      currency balance { amountMinor currency } entries(${args}) {
        edges { cursor node { id kind amount { amountMinor currency } createdAt
          commission { amountMinor currency } session { id } } }
        pageInfo { hasNextPage } } } } } }`,
    { of: [{ __typename: 'User', id: userId }] },
  );
}

/** Somebody's accounts of earnings as they see them. */
export async function earningsOf(
  payments: Pick<TestPayments, 'as'>,
  person: Member,
  args?: string,
) {
  const answer = await askForEarnings(payments, person, person.id, args);
  expect(answer.errors).toEqual([]);
  const data = z
    .object({ _entities: z.tuple([z.object({ earnings: z.array(account) })]) })
    .parse(answer.data);
  return data._entities[0].earnings;
}

/** What somebody is owed in euros, in cents. */
export async function owedTo(payments: Pick<TestPayments, 'as'>, person: Member): Promise<number> {
  const accounts = await earningsOf(payments, person);
  return accounts.find(({ currency }) => currency === 'EUR')?.balance.amountMinor ?? 0;
}
