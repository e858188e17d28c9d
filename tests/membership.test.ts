import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { ask } from './graph.ts';
import { Person } from './journey/person.ts';
import { kill } from './processes.ts';
import { endpointOf, openSystemClock, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const ada = new Person(endpoint, somebody('Ada'));
const bea = new Person(endpoint, somebody('Bea'));
beforeAll(() => Promise.all([ada.signUp(), bea.signUp()]));
afterAll(async () => {
  await ada[Symbol.asyncDispose]();
  await bea[Symbol.asyncDispose]();
});

const wants = (person: Person, label: string) =>
  ask(
    endpoint,
    person,
    `mutation ($input: AddSkillInput!) { addSkill(input: $input) { skill { label } userErrors { code } } }`,
    {
      input: {
        ...{ type: 'LEARN', label, level: 'BEGINNER', languages: ['en'], modes: ['REMOTE'] },
      },
    },
  );
const isRefused = { data: { addSkill: { userErrors: [{ code: 'TOO_MANY_LEARN_SKILLS' }] } } };
const isAdded = { data: { addSkill: { userErrors: [] } }, errors: [] };

/** What somebody wants to learn, each time something that they have not wanted before. */
function wantsMore(person: Person) {
  let count = 0;
  return () => wants(person, `Subject ${String((count += 1))}`);
}

async function change(person: Person, field: string, input: object) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const operation = `mutation ($input: ${type}!) { ${field}(input: $input) {
    membership { status plan { code } } userErrors { code } } }`;
  const withKey = { input: { idempotencyKey: crypto.randomUUID(), ...input } };
  return (await ask(endpoint, person, operation, withKey)).data?.[field];
}

const soon = { timeout: 15_000 };

it('a membership opens at once what it gives, also while payments is down, and closes it again', async () => {
  const more = wantsMore(ada);
  for (let count = 1; count <= 10; count += 1) {
    expect(await more()).toMatchObject(isAdded);
  }
  expect(await more()).toMatchObject(isRefused);

  const trial = { planCode: 'PREMIUM_MONTH', paymentMethod: 'pm_card_visa', trial: true };
  expect(await change(ada, 'startMembership', trial)).toMatchObject({
    membership: { status: 'ACTIVE' },
    userErrors: [],
  });
  await expect.poll(more, soon).toMatchObject(isAdded);

  await kill('payments');
  expect(await more()).toMatchObject(isAdded);
  await expect
    .poll(() => ask(endpoint, ada, '{ viewer { entitlements } }'), { timeout: 15_000 })
    .toMatchObject({
      data: { viewer: { entitlements: ['PRIORITY_MATCHING', 'UNLIMITED_LEARN_SKILLS'] } },
    });

  expect(await change(ada, 'changePlan', { planCode: 'VIP_MONTH' })).toMatchObject({
    membership: { plan: { code: 'VIP_MONTH' } },
  });
  expect(await change(ada, 'cancelMembership', { atPeriodEnd: true })).toMatchObject({
    membership: { status: 'CANCEL_AT_PERIOD_END' },
  });
  expect(await change(ada, 'resumeMembership', {})).toMatchObject({
    membership: { status: 'ACTIVE' },
  });
  expect(await change(ada, 'cancelMembership', { atPeriodEnd: false })).toMatchObject({
    membership: { status: 'EXPIRED' },
  });
  await expect.poll(more, soon).toMatchObject(isRefused);
});

const life = z.object({
  viewer: z.object({
    membership: z.object({
      status: z.string(),
      currentPeriodEnd: z.string(),
      plan: z.object({ code: z.string() }),
      nextPlan: z.object({ code: z.string() }).nullable(),
    }),
    invoices: z.object({
      edges: z.array(
        z.object({ node: z.object({ amount: z.object({ amountMinor: z.number() }) }) }),
      ),
    }),
  }),
});

/** Somebody's membership, and what they paid, the latest first. */
async function lifeOf(person: Person) {
  const { data } = await ask(
    endpoint,
    person,
    `{ viewer { membership { status currentPeriodEnd plan { code } nextPlan { code } }
      invoices(first: 10) { edges { node { amount { amountMinor } } } } } }`,
  );
  const { membership, invoices } = life.parse(data).viewer;
  return { ...membership, paid: invoices.edges.map(({ node }) => node.amount.amountMinor) };
}

it('a membership goes from its trial over a declined renewal, grace and suspension back into force, and from plan to plan', async () => {
  await using clock = openSystemClock(system);
  const goTo = async (instant: string, days = 0) => {
    await clock.moveClockTo(new Date(Date.parse(instant) + days * 24 * 3_600_000 + 1));
    await bea.logIn();
  };
  const until = (state: object) => expect.poll(() => lifeOf(bea), soon).toMatchObject(state);
  const isTold = (kind: string) => endpoint.mailbox.latest(bea.introduction.email, kind);
  const paysWith = (paymentMethod: string) => change(bea, 'changePaymentMethod', { paymentMethod });
  const more = wantsMore(bea);
  for (let count = 1; count <= 10; count += 1) expect(await more()).toMatchObject(isAdded);
  expect(await more()).toMatchObject(isRefused);

  const trial = { planCode: 'PREMIUM_MONTH', paymentMethod: 'pm_card_visa', trial: true };
  await change(bea, 'startMembership', trial);
  await expect.poll(more, soon).toMatchObject(isAdded);
  await goTo((await lifeOf(bea)).currentPeriodEnd);
  await until({ status: 'ACTIVE', paid: [999] });

  await paysWith('pm_card_chargeCustomerFail');
  const { currentPeriodEnd } = await lifeOf(bea);
  await goTo(currentPeriodEnd);
  await until({ status: 'PAST_DUE' });
  await isTold('RENEWAL_DECLINED');
  expect(await more()).toMatchObject(isAdded);
  await goTo(currentPeriodEnd, 7);
  await until({ status: 'SUSPENDED' });
  await isTold('MEMBERSHIP_SUSPENDED');
  await expect.poll(more, soon).toMatchObject(isRefused);
  expect(await paysWith('pm_card_visa')).toMatchObject({ membership: { status: 'ACTIVE' } });
  await isTold('MEMBERSHIP_RESTORED');
  await expect.poll(more, soon).toMatchObject(isAdded);

  await change(bea, 'changePlan', { planCode: 'VIP_MONTH' });
  const upgraded = await lifeOf(bea);
  expect(upgraded.plan).toEqual({ code: 'VIP_MONTH' });
  expect(upgraded.paid).toEqual([expect.closeTo(1_000, -1), 999, 999]);
  await change(bea, 'changePlan', { planCode: 'PREMIUM_MONTH' });
  const { nextPlan, plan } = await lifeOf(bea);
  expect([plan, nextPlan]).toEqual([{ code: 'VIP_MONTH' }, { code: 'PREMIUM_MONTH' }]);
  await goTo(upgraded.currentPeriodEnd);
  await until({ status: 'ACTIVE', plan: { code: 'PREMIUM_MONTH' }, nextPlan: null });
  expect((await lifeOf(bea)).paid).toEqual([999, ...upgraded.paid]);
});
