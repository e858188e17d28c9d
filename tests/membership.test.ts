import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ask } from './graph.ts';
import { Person } from './journey/person.ts';
import { kill } from './processes.ts';
import { endpointOf, somebody } from './stage.ts';

const endpoint = endpointOf(inject('system'));
const ada = new Person(endpoint, somebody('Ada'));
beforeAll(() => ada.signUp());
afterAll(() => ada[Symbol.asyncDispose]());

const wants = (label: string) =>
  ask(
    endpoint,
    ada,
    `mutation ($input: AddSkillInput!) { addSkill(input: $input) { skill { label } userErrors { code } } }`,
    {
      input: {
        ...{ type: 'LEARN', label, level: 'BEGINNER', languages: ['en'], modes: ['REMOTE'] },
      },
    },
  );
const isRefused = { data: { addSkill: { userErrors: [{ code: 'TOO_MANY_LEARN_SKILLS' }] } } };
const isAdded = { data: { addSkill: { userErrors: [] } }, errors: [] };

async function change(field: string, input: object) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const operation = `mutation ($input: ${type}!) { ${field}(input: $input) {
    membership { status plan { code } } userErrors { code } } }`;
  const withKey = { input: { idempotencyKey: crypto.randomUUID(), ...input } };
  return (await ask(endpoint, ada, operation, withKey)).data?.[field];
}

it('a membership opens at once what it gives, also while payments is down, and closes it again', async () => {
  for (let count = 1; count <= 10; count += 1) {
    expect(await wants(`Subject ${String(count)}`)).toMatchObject(isAdded);
  }
  expect(await wants('One too many')).toMatchObject(isRefused);

  const trial = { planCode: 'PREMIUM_MONTH', paymentMethod: 'pm_card_visa', trial: true };
  expect(await change('startMembership', trial)).toMatchObject({
    membership: { status: 'ACTIVE' },
    userErrors: [],
  });
  await expect.poll(() => wants('With a membership')).toMatchObject(isAdded);

  await kill('payments');
  expect(await wants('Without payments')).toMatchObject(isAdded);
  await expect
    .poll(() => ask(endpoint, ada, '{ viewer { entitlements } }'), { timeout: 15_000 })
    .toMatchObject({
      data: { viewer: { entitlements: ['PRIORITY_MATCHING', 'UNLIMITED_LEARN_SKILLS'] } },
    });

  expect(await change('changePlan', { planCode: 'VIP_MONTH' })).toMatchObject({
    membership: { plan: { code: 'VIP_MONTH' } },
  });
  expect(await change('cancelMembership', { atPeriodEnd: true })).toMatchObject({
    membership: { status: 'CANCEL_AT_PERIOD_END' },
  });
  expect(await change('resumeMembership', {})).toMatchObject({ membership: { status: 'ACTIVE' } });
  expect(await change('cancelMembership', { atPeriodEnd: false })).toMatchObject({
    membership: { status: 'EXPIRED' },
  });
  // Each name is new, because one that was still added would be refused as known.
  let name = 0;
  await expect.poll(() => wants(`Afterwards ${String((name += 1))}`)).toMatchObject(isRefused);
});
