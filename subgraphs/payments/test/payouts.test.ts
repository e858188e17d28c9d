import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aMember, anAdmin, callSubgraph, eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Member, type Viewer } from '@skillswap/kit/viewer';
import { z } from 'zod';
import { brokenInvariants } from './money-invariants.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';
import { aPaidSession, earningsOf, owedTo } from './teacher.ts';
import { aTreasurer, askForPayout, enterAccount } from './treasurer.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterEach(async () => {
  await payments.control({});
  expect(await brokenInvariants(payments.owner)).toEqual({});
});
afterAll(() => payments[Symbol.asyncDispose]());

/** What the teacher gets of €10.00. */
const share = 846;
const treasurer = () => aTreasurer(payments).viewer;

const payload = z.object({
  payout: z
    .object({ id: z.string(), status: z.string(), amount: z.object({ amountMinor: z.number() }) })
    .nullable(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});

/** Somebody who is owed their share of €10.00. */
async function aTeacher(account: string | null = `acct_${crypto.randomUUID().slice(0, 8)}`) {
  const { teacher, id, ada } = await aPaidSession(payments);
  if (account !== null) await enterAccount(payments, treasurer(), teacher.id, account);
  return { teacher, paymentId: id, ada, account };
}

async function payOut(teacher: Member, input: object = {}, viewer: Member = treasurer()) {
  const answer = await askForPayout(payments, viewer, {
    ...{ personId: teacher.id, amountMinor: share, currency: 'EUR' },
    ...input,
  });
  expect(answer.errors).toEqual([]);
  return payload.parse(answer.data?.['payOut']);
}

const transfersTo = (account: string | null) =>
  payments.sandbox.webhooks
    .list()
    .filter(({ type, body }) => type === 'transfer.created' && body.includes(account ?? '-'));

const ask = (viewer: Viewer, args = 'first: 100') =>
  payments.as(viewer).execute(`{ payouts(${args}) { edges { cursor node { id status account
    person { id } requestedBy { id } requestedAt settledAt amount { amountMinor currency } } }
    pageInfo { hasNextPage } } }`);

describe('a payout', () => {
  it('sends a teacher what they are owed', async () => {
    const { teacher, account } = await aTeacher();
    expect(await payOut(teacher, { amountMinor: 800 })).toMatchObject({
      payout: { status: 'SENT', amount: { amountMinor: 800 } },
      userErrors: [],
    });
    expect(await owedTo(payments, teacher)).toBe(46);
    const [earned] = await earningsOf(payments, teacher);
    expect(earned?.entries.edges[0]?.node).toMatchObject({
      ...{ kind: 'PAYOUT', amount: { amountMinor: -800 }, commission: null, session: null },
    });
    expect(transfersTo(account)).toHaveLength(1);
  });

  it.each([
    ['more than is owed', { amountMinor: share + 1 }, 'PAYOUT_TOO_LARGE', 'amountMinor'],
    ['nothing', { amountMinor: 0 }, 'PAYOUT_TOO_LARGE', 'amountMinor'],
    ['less than nothing', { amountMinor: -1 }, 'PAYOUT_TOO_LARGE', 'amountMinor'],
    ['a currency that nothing is owed in', { currency: 'USD' }, 'PAYOUT_TOO_LARGE', 'amountMinor'],
    ['a foreign currency', { currency: 'XAU' }, 'UNSUPPORTED_CURRENCY', 'currency'],
    ['somebody without an account', { personId: 'usr_nobody' }, 'NOT_FOUND', 'personId'],
  ])('of %s is refused', async (_title, input, code, field) => {
    const { teacher, account } = await aTeacher();
    expect(await payOut(teacher, input)).toEqual({
      ...{ payout: null, userErrors: [{ code, path: [field] }] },
    });
    expect(await owedTo(payments, teacher)).toBe(share);
    expect(transfersTo(account)).toHaveLength(0);
  });

  it.each([
    ['an empty key', { idempotencyKey: '' }],
    ['a NUL', { personId: '\u0000' }],
    ['a fraction', { amountMinor: 0.5 }],
    ['more than an integer holds', { amountMinor: 2 ** 53 + 2 }],
  ])('with %s is answered BAD_USER_INPUT', async (_title, input) => {
    const { teacher, account } = await aTeacher();
    const answer = await askForPayout(payments, treasurer(), {
      ...{ personId: teacher.id, amountMinor: 1, currency: 'EUR', ...input },
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(transfersTo(account)).toHaveLength(0);
  });

  it('is for the finance team, after a recent log-in, and never to oneself', async () => {
    const { teacher } = await aTeacher();
    for (const viewer of [teacher, aMember(), anAdmin()]) {
      const input = { personId: teacher.id, amountMinor: share, currency: 'EUR' };
      const { errors } = await askForPayout(payments, viewer, input);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const own = { ...teacher, scopes: ['finance'], authTime: treasurer().authTime };
    expect(await payOut(teacher, {}, own)).toMatchObject({ userErrors: [{ code: 'SAME_PERSON' }] });
    const stale = aMember({ scopes: ['finance'], authTime: treasurer().authTime - 601 });
    expect(await payOut(teacher, {}, stale)).toMatchObject({
      userErrors: [{ code: 'STEP_UP_REQUIRED' }],
    });
    expect(await owedTo(payments, teacher)).toBe(share);
  });

  it('that the provider refuses is owed again', async () => {
    const { teacher } = await aTeacher(`acct_restricted_${crypto.randomUUID().slice(0, 8)}`);
    const input = { idempotencyKey: 'refused' };
    const viewer = treasurer();
    const refused = { payout: null, userErrors: [{ code: 'WRONG_STATUS', path: ['personId'] }] };
    expect(await payOut(teacher, input, viewer)).toEqual(refused);
    expect(await payOut(teacher, input, viewer)).toEqual(refused);
    expect(await owedTo(payments, teacher)).toBe(share);
  });

  it('waits until earnings have filled what a refund took back after an earlier one', async () => {
    const { teacher, paymentId } = await aTeacher();
    await payOut(teacher);
    await aTreasurer(payments).refunds(paymentId);
    expect(await owedTo(payments, teacher)).toBe(-share);
    await aPaidSession(payments, { teacher, amountMinor: 500 });
    const owed = await owedTo(payments, teacher);
    expect(owed).toBeLessThan(0);
    expect(await payOut(teacher, { amountMinor: 1 })).toMatchObject({
      userErrors: [{ code: 'PAYOUT_TOO_LARGE' }],
    });
    await aPaidSession(payments, { teacher, amountMinor: 1_000 });
    expect(await payOut(teacher, { amountMinor: owed + share })).toMatchObject({
      payout: { status: 'SENT' },
    });
    expect(await owedTo(payments, teacher)).toBe(0);
  });
});

describe('payouts at once', () => {
  it('send exactly what is there, for twenty of one balance', async () => {
    const { teacher, account } = await aTeacher();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => payOut(teacher, { amountMinor: 100 })),
    );
    expect(answers.filter(({ payout }) => payout !== null)).toHaveLength(8);
    expect(transfersTo(account)).toHaveLength(8);
    expect(await owedTo(payments, teacher)).toBe(46);
  });

  it('with one key are one payout', async () => {
    const { teacher, account } = await aTeacher();
    const viewer = treasurer();
    const input = { idempotencyKey: 'once', amountMinor: 100 };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => payOut(teacher, input, viewer)),
    );
    expect(new Set(answers.map(({ payout }) => payout?.id)).size).toBe(1);
    expect(transfersTo(account)).toHaveLength(1);
    expect(await payOut(teacher, { ...input, amountMinor: 101 }, viewer)).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
    expect(await owedTo(payments, teacher)).toBe(share - 100);
  });
});

describe('a payout that breaks off', () => {
  it('is set aside, and carried out once by itself', async () => {
    const { teacher, account } = await aTeacher();
    await payments.control({ api: { failNext: 10 } });
    expect(await payOut(teacher)).toMatchObject({ userErrors: [{ code: 'PROVIDER_UNAVAILABLE' }] });
    expect(await owedTo(payments, teacher)).toBe(0);
    await payments.control({});
    payments.clock.advance(60_001);
    await eventually(async () => {
      const { rows } = await statesOf(teacher);
      expect(rows).toEqual(['SENT']);
    });
    expect(transfersTo(account)).toHaveLength(1);
    expect(await owedTo(payments, teacher)).toBe(0);
  });

  it('after the provider had sent it is not sent again, though the provider has forgotten its key', async () => {
    const { teacher, account } = await aTeacher();
    await payments.control({ api: { failNext: 10 } });
    await payOut(teacher);
    await payments.control({});
    const [payout] = await payments.owner<{ id: string }[]>`
      select id from payouts where user_id = ${teacher.id}`;
    await fetch(new URL('/v1/transfers', payments.sandbox.url), {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_sandbox' },
      body: new URLSearchParams({
        ...{ destination: account ?? '', amount: String(share), currency: 'eur' },
        transfer_group: payout?.id ?? '',
      }),
    });
    payments.clock.advance(60_001);
    await eventually(async () => {
      expect((await statesOf(teacher)).rows).toEqual(['SENT']);
    });
    expect(transfersTo(account)).toHaveLength(1);
  });

  it('by a kill while the provider is asked is neither lost nor sent twice', async () => {
    const { teacher, account } = await aTeacher();
    await payments.control({ api: { delayMilliseconds: 400 } });
    const { child, url } = await anotherInstance();
    const exited = once(child, 'exit');
    const asked = callSubgraph('payments', url)
      .as(treasurer())
      .execute(`mutation ($input: PayOutInput!) { payOut(input: $input) { payout { id } } }`, {
        input: {
          ...{ idempotencyKey: 'killed', personId: teacher.id, currency: 'EUR' },
          amountMinor: share,
        },
      })
      .catch(() => null);
    await eventually(async () => {
      expect((await statesOf(teacher)).rows).toEqual(['REQUESTED']);
    });
    child.kill('SIGKILL');
    await Promise.all([exited, asked]);
    expect(await owedTo(payments, teacher)).toBe(0);
    await payments.control({});
    payments.clock.advance(60_001);
    await eventually(async () => {
      expect((await statesOf(teacher)).rows).toEqual(['SENT']);
    });
    expect(transfersTo(account)).toHaveLength(1);
  });
});

async function statesOf({ id }: Member) {
  const rows = await payments.owner<{ status: string }[]>`
    select status from payouts where user_id = ${id}`;
  return { rows: rows.map(({ status }) => status) };
}

/** Another instance on the same store, in a process of its own. */
async function anotherInstance() {
  const program = fileURLToPath(new URL('payments-process.ts', import.meta.url));
  const child = fork(program, [], {
    env: { ...process.env, schema: payments.applicationName, sandbox: payments.sandbox.url },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const url = await new Promise<unknown>((resolve) => child.once('message', resolve));
  return { child, url: String(url) };
}

describe('the account of payouts', () => {
  it('is one person’s, and entered by somebody else', async () => {
    const { teacher, account } = await aTeacher();
    const other = aMember();
    const taken = await enterAccount(payments, treasurer(), other.id, account ?? '');
    expect(JSON.stringify(taken.data)).toContain('WRONG_STATUS');
    const viewer = treasurer();
    const own = await enterAccount(payments, viewer, viewer.id, 'acct_own');
    expect(JSON.stringify(own.data)).toContain('SAME_PERSON');
    for (const stranger of [teacher, anAdmin()]) {
      const { errors } = await enterAccount(payments, stranger, other.id, 'acct_other');
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    for (const garbage of ['', 'acct_', 'bank', 'acct_\u0000', `acct_${'x'.repeat(300)}`]) {
      const { errors } = await enterAccount(payments, viewer, other.id, garbage);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect(
      await payments.owner`
        select from payout_accounts where user_id in (${other.id}, ${viewer.id})`,
    ).toHaveLength(0);
  });

  it('can be changed for the payouts to come', async () => {
    const { teacher } = await aTeacher();
    const next = `acct_${crypto.randomUUID().slice(0, 8)}`;
    await enterAccount(payments, treasurer(), teacher.id, next);
    await payOut(teacher);
    expect(transfersTo(next)).toHaveLength(1);
  });
});

describe('the list of payouts', () => {
  it('is read by the finance team in pages, the newest first, and by nobody else', async () => {
    const { teacher } = await aTeacher();
    const paid: (string | undefined)[] = [];
    for (let count = 0; count < 3; count += 1) {
      payments.clock.advance(1_000);
      paid.unshift((await payOut(teacher, { amountMinor: 10 })).payout?.id);
    }
    const page = z.object({
      payouts: z.object({
        edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
      }),
    });
    const first = page.parse((await ask(treasurer(), 'first: 2, status: SENT')).data).payouts;
    const after = first.edges[1]?.cursor ?? '';
    const rest = page.parse((await ask(treasurer(), `first: 1, after: "${after}"`)).data).payouts;
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(paid);
    const others = [
      [anonymous, 'UNAUTHENTICATED'],
      [teacher, 'FORBIDDEN'],
      [anAdmin(), 'FORBIDDEN'],
    ] as const;
    for (const [viewer, code] of others) {
      expect((await ask(viewer)).errors[0]?.extensions?.['code']).toBe(code);
    }
  });
});
