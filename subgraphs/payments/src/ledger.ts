/** What an account holds: a currency's minor units, or minutes. */
export interface LedgerAccount {
  readonly id: string;
  readonly unit: string;
  /** The person whose account it is; null for the platform's own. */
  readonly ownerId: string | null;
  /** Below this the balance never falls; null when it may. */
  readonly minimum: number | null;
  /** Above this the balance rises only by taking back what was given; null when it may otherwise. */
  readonly maximum?: number;
}

/** A signed amount for one account. */
export interface Movement {
  readonly account: LedgerAccount;
  readonly amount: number;
}

/** A transaction of the ledger. Its movements sum to zero in each unit. */
export interface Posting {
  /** Names the cause; a cause is posted once. */
  readonly reference: string;
  readonly kind: string;
  readonly paymentIntentId: string | null;
  readonly sessionId: string | null;
  readonly at: Date;
  readonly movements: readonly Movement[];
}

/** Money that the payment provider holds for us. */
export const providerClearing = (currency: string): LedgerAccount => ({
  id: `platform:clearing:${currency}`,
  unit: currency,
  ownerId: null,
  minimum: null,
});

/** What was earned, by what it was paid for. */
export const revenue = (purpose: string, currency: string): LedgerAccount => ({
  id: `platform:revenue:${purpose.toLowerCase()}:${currency}`,
  unit: currency,
  ownerId: null,
  minimum: null,
});

/** What is kept of payments to teachers. */
export const commissions = (currency: string): LedgerAccount => revenue('commission', currency);

/**
 * What a person is owed: below zero, as is everything that is not the platform's to keep. It rises
 * above zero only when somebody who was paid out has to give something back, and nothing is paid out
 * until their next earnings have filled it.
 */
export const payable = (userId: string, currency: string): LedgerAccount => ({
  id: `payable:${userId}:${currency}`,
  unit: currency,
  ownerId: userId,
  minimum: null,
  maximum: 0,
});

/** Money that the provider has taken away from us until a bank has decided. */
export const disputed = (currency: string): LedgerAccount => ({
  id: `platform:disputed:${currency}`,
  unit: currency,
  ownerId: null,
  minimum: null,
});

/** What was charged and taken back by payers' banks. */
export const losses = (currency: string): LedgerAccount => ({
  id: `platform:losses:${currency}`,
  unit: currency,
  ownerId: null,
  minimum: null,
});

/** Money that is set aside to be sent to those who are owed it. */
export const onTheWay = (currency: string): LedgerAccount => ({
  id: `platform:payouts:${currency}`,
  unit: currency,
  ownerId: null,
  minimum: null,
});

/** What the provider takes for disputes. */
export const fees = (currency: string): LedgerAccount => ({
  id: `platform:fees:${currency}`,
  unit: currency,
  ownerId: null,
  minimum: null,
});

/** Where corrections come from and go to. */
export const adjustments = (unit: string): LedgerAccount => ({
  id: `platform:adjustments:${unit}`,
  unit,
  ownerId: null,
  minimum: null,
});

/** A person's time credits. Their lower limit is enforced where sessions are proposed. */
export const minutesOf = (userId: string): LedgerAccount => ({
  id: `minutes:${userId}`,
  unit: 'MINUTES',
  ownerId: userId,
  minimum: null,
});
