import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { developmentSettings } from '../../engines/src/development-settings.ts';
import { signWebhook } from '../../subgraphs/payments/src/sandbox/webhooks.ts';
import { ask } from '../graph.ts';
import { Person } from '../journey/person.ts';
import { endpointOf, somebody, type SystemAddress } from '../stage.ts';

/** How long it took until skills went by what payments had decided, in milliseconds. */
export interface Effects {
  /** From the answer to the webhook that a first payment has succeeded. */
  readonly opened: number[];
  /** From the answer to the member who ends the membership at once. */
  readonly closed: number[];
}

/** So many that the cost of a person's requests stays below their budget. */
const roundsOfOne = 3;
const freeSkills = 10;
const betweenQuestions = 5;

/** Measures it so often, one after the other, with somebody new every few rounds. */
export async function measureEntitlements(system: SystemAddress, rounds: number): Promise<Effects> {
  const effects: Effects = { opened: [], closed: [] };
  while (effects.opened.length < rounds) {
    const endpoint = endpointOf(system);
    await using ada = new Person(endpoint, somebody('Ada'));
    await ada.signUp();
    const member = aMember(endpoint, ada);
    for (let count = 0; count < freeSkills; count += 1) await member.wantsMore();
    for (let round = 0; round < roundsOfOne; round += 1) {
      await member.pays();
      effects.opened.push(await timeUntil(() => member.wantsMore()));
      await member.leaves();
      effects.closed.push(await timeUntil(async () => !(await member.wantsMore())));
    }
  }
  return effects;
}

async function timeUntil(holds: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  while (!(await holds())) await pause(betweenQuestions);
  return performance.now() - start;
}

const added = z.object({
  addSkill: z.object({ userErrors: z.array(z.object({ code: z.string() })) }),
});
const bought = z.object({
  startMembership: z.object({
    membership: z.object({ pendingPayment: z.object({ clientSecret: z.string() }) }),
  }),
});
const left = z.object({
  cancelMembership: z.object({ membership: z.object({ status: z.literal('EXPIRED') }) }),
});

/** Somebody at the limit of what is free, who pays with a card whose bank asks first. */
function aMember(endpoint: ReturnType<typeof endpointOf>, person: Person) {
  let subjects = 0;
  return {
    /** Whether one more thing to learn was allowed. */
    async wantsMore(): Promise<boolean> {
      subjects += 1;
      const input = { type: 'LEARN', label: `Subject ${String(subjects)}`, level: 'BEGINNER' };
      const { data } = await ask(
        endpoint,
        person,
        'mutation ($input: AddSkillInput!) { addSkill(input: $input) { userErrors { code } } }',
        { input: { ...input, languages: ['en'], modes: ['REMOTE'] } },
      );
      return added.parse(data).addSkill.userErrors.length === 0;
    },

    /** Returns as soon as the webhook that tells of the payment is answered. */
    async pays(): Promise<void> {
      const { data } = await ask(
        endpoint,
        person,
        `mutation ($input: StartMembershipInput!) { startMembership(input: $input) {
          membership { pendingPayment { clientSecret } } } }`,
        {
          input: {
            idempotencyKey: crypto.randomUUID(),
            planCode: 'PREMIUM_MONTH',
            paymentMethod: 'pm_card_authenticationRequired',
          },
        },
      );
      const { clientSecret } = bought.parse(data).startMembership.membership.pendingPayment;
      await report(endpoint.graphql, clientSecret.split('_secret_')[0] ?? '');
    },

    async leaves(): Promise<void> {
      const { data } = await ask(
        endpoint,
        person,
        `mutation ($input: CancelMembershipInput!) { cancelMembership(input: $input) {
          membership { status } } }`,
        { input: { idempotencyKey: crypto.randomUUID(), atPeriodEnd: false } },
      );
      left.parse(data);
    },
  };
}

/** Tells, as the provider does, that a payment has succeeded. */
async function report(graphql: string, intent: string): Promise<void> {
  const seconds = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({
    id: `evt_${intent}`,
    object: 'event',
    created: seconds,
    type: 'payment_intent.succeeded',
    data: {
      object: {
        ...{ id: intent, object: 'payment_intent', status: 'succeeded' },
        payment_method: 'pm_card_visa',
      },
    },
  });
  const response = await fetch(new URL('/webhooks/stripe', graphql), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': signWebhook(body, developmentSettings.STRIPE_WEBHOOK_SECRET, seconds),
    },
    body,
  });
  if (!response.ok) throw new Error(`the webhook was answered with ${String(response.status)}`);
}
