import { readSurface } from '@skillswap/kit/test/surface';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPayer } from './payer.ts';
import { aHeldSession, aPaidSession } from './teacher.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';
import { aTreasurer } from './treasurer.ts';

const surface = readSurface(new URL('../schema.graphql', import.meta.url));
let payments: TestPayments;
let viewers: Readonly<Record<string, Viewer>>;
/** An entity of each type, with something in each field that can have something. */
let entities: Readonly<Record<string, { __typename: string } & Readonly<Record<string, string>>>>;
const as = (viewer: Viewer) => payments.as(viewer);

beforeAll(async () => {
  payments = await startTestPayments();
  const ada = aPayer(payments);
  const paid = await ada.hasBegun();
  const { paymentIntent } = await ada.confirms(paid);
  const { refund } = await aTreasurer(payments).refunds(paid, { amountMinor: 100, reason: 'Late' });
  const { sessionId, teacher } = await aHeldSession(payments, { learner: ada.viewer });
  const taught = await ada.hasBegun({ sessionId });
  await ada.confirms(taught);
  await aPaidSession(payments, { teacher: ada.viewer });
  const open = await ada.hasBegun();
  const { membership } = await ada.joins({ planCode: 'VIP_MONTH' });
  await ada.changesPlan('PREMIUM_MONTH');
  entities = {
    User: { __typename: 'User', id: ada.viewer.id },
    Plan: { __typename: 'Plan', code: 'VIP_MONTH' },
    PaymentIntent: { __typename: 'PaymentIntent', id: paid },
    'PaymentIntent for a session': { __typename: 'PaymentIntent', id: taught },
    'PaymentIntent that is open': { __typename: 'PaymentIntent', id: open },
    Invoice: { __typename: 'Invoice', id: paymentIntent?.invoice?.id ?? '' },
    Refund: { __typename: 'Refund', id: refund?.id ?? '' },
    Membership: { __typename: 'Membership', id: membership?.id ?? '' },
  };
  viewers = {
    anonymous,
    partner: { kind: 'partner', id: 'acme', scopes: [] },
    stranger: aMember(),
    moderator: aMember({ roles: ['MODERATOR'], scopes: ['moderator'] }),
    admin: anAdmin(),
    finance: aMember({ scopes: ['finance'] }),
    payer: ada.viewer,
    teacher,
  };
});
afterAll(() => payments[Symbol.asyncDispose]());

const everybody = 'anonymous partner stranger moderator admin finance payer teacher';
const theirs = 'finance payer';
const administered = 'admin payer';

/** Who sees which field. */
const audiences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  User: {
    id: everybody,
    membership: administered,
    entitlements: administered,
    timeCredits: administered,
    earnings: theirs,
    paymentIntents: theirs,
    invoices: theirs,
  },
  Plan: {
    code: everybody,
    name: everybody,
    price: everybody,
    period: everybody,
    entitlements: everybody,
    trialDays: everybody,
  },
  PaymentIntent: {
    id: theirs,
    amount: theirs,
    status: theirs,
    clientSecret: '',
    createdAt: theirs,
    expiresAt: '',
    session: '',
    commission: '',
    invoice: theirs,
    refunds: theirs,
  },
  'PaymentIntent for a session': {
    id: theirs,
    amount: theirs,
    status: theirs,
    clientSecret: '',
    createdAt: theirs,
    expiresAt: '',
    session: theirs,
    commission: theirs,
    invoice: theirs,
    refunds: '',
  },
  'PaymentIntent that is open': {
    id: theirs,
    amount: theirs,
    status: theirs,
    clientSecret: 'payer',
    createdAt: theirs,
    expiresAt: theirs,
    session: '',
    commission: '',
    invoice: '',
    refunds: '',
  },
  Invoice: {
    id: theirs,
    number: theirs,
    amount: theirs,
    status: theirs,
    issuedAt: theirs,
    pdfUrl: theirs,
  },
  Refund: {
    id: theirs,
    amount: theirs,
    status: theirs,
    reason: theirs,
    createdAt: theirs,
    creditNote: theirs,
  },
  Membership: {
    id: administered,
    plan: administered,
    status: administered,
    startedAt: administered,
    currentPeriodEnd: administered,
    trialEndsAt: '',
    nextPlan: administered,
    graceEndsAt: '',
    pendingPayment: '',
  },
};

describe('every field of money', () => {
  it('has its audience written down here', () => {
    const types = Object.keys(audiences).map((name) => name.split(' ')[0] ?? '');
    expect([...new Set([...types, 'Session'])].sort()).toEqual(surface.entities().sort());
    for (const [name, fields] of Object.entries(audiences)) {
      const type = name.split(' ')[0] ?? '';
      expect([name, Object.keys(fields).sort()]).toEqual([name, surface.fieldsOf(type).sort()]);
    }
  });

  it.each(Object.keys(audiences))(
    'of %s is seen by its audience, and by nobody else',
    async (name) => {
      const fields = audiences[name] ?? {};
      const entity = entities[name];
      if (entity === undefined) throw new Error(`there is no ${name}`);
      for (const [viewerName, viewer] of Object.entries(viewers)) {
        const expected = Object.keys(fields).filter((field) =>
          fields[field]?.split(' ').includes(viewerName),
        );
        const seen = await surface.seenBy(as, viewer, entity);
        expect([viewerName, seen?.sort() ?? []]).toEqual([viewerName, expected.sort()]);
      }
    },
  );
});

describe('every query and mutation about money', () => {
  const codesFor = async (viewer: Viewer, rules: readonly string[]) => {
    const asked = surface.rootFields().filter((field) => rules.includes(String(field.rules)));
    expect(asked.length).toBeGreaterThan(0);
    const codes = new Set<unknown>();
    for (const { operation } of asked) {
      const { errors } = await as(viewer).execute(operation);
      codes.add(errors[0]?.extensions?.['code']);
    }
    return [...codes];
  };

  it('has one rule', () => {
    for (const { name, rules } of surface.rootFields())
      expect([name, rules.length]).toEqual([name, 1]);
  });

  it('is refused to nobody in particular, by this subgraph itself', async () => {
    expect(await codesFor(anonymous, ['authenticated', 'requiresScopes'])).toEqual([
      'UNAUTHENTICATED',
    ]);
  });

  it('that is for the finance team is refused to members, moderators and administrators', async () => {
    for (const viewer of [aMember(), aMember({ scopes: ['moderator'] }), anAdmin()]) {
      expect(await codesFor(viewer, ['requiresScopes'])).toEqual(['FORBIDDEN']);
    }
  });

  it('that is between subgraphs is refused to people', async () => {
    for (const viewer of [aMember(), anAdmin()]) {
      expect(await codesFor(viewer, ['inaccessible'])).toEqual(['FORBIDDEN']);
    }
  });
});
