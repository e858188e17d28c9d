import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@skillswap/kit/id';
import type { TransactionSql } from 'postgres';
import { ProviderUnavailable } from './payment-provider.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Transact } from './transact.ts';

/** A request that is to have one outcome however often it is repeated. */
export interface KeyedRequest {
  readonly principal: string;
  readonly key: string;
  readonly operation: string;
  /** What the key stands for: the same key with another input is refused. */
  readonly input: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a request led to: the id of what it made or changed, or a refusal. */
export type Outcome =
  | { readonly entityId: string; readonly refusal: null }
  | { readonly entityId: null; readonly refusal: Refusal };

/** The right to work on a request. */
export interface Claim {
  /** Unique to the request, and the same for whoever takes it up again. */
  readonly reference: string;
  /** True when somebody worked on the request before and broke off. */
  readonly isTakenUpAgain: boolean;
  /** Records the outcome in the transaction that brings it about. */
  complete(tx: TransactionSql, outcome: Outcome): Promise<Outcome>;
}

/** Works on a request once; repetitions get the first outcome. */
export type Once = (
  request: KeyedRequest,
  work: (claim: Claim) => Promise<Outcome>,
) => Promise<Outcome>;

interface RecordRow {
  readonly requestHash: string;
  readonly reference: string;
  readonly outcome: Outcome | null;
  readonly mine: boolean;
  readonly isTakenUpAgain: boolean;
}

const leaseSeconds = 30;
const patienceMilliseconds = 2_000;
const lookAgainMilliseconds = 50;

/** An outcome that is a refusal. */
export const refused = (refusal: Refusal): Outcome => ({ entityId: null, refusal });
/** An outcome that is an entity. */
export const succeeded = (entityId: string): Outcome => ({ entityId, refusal: null });

/**
 * Makes a {@link Once}. A process that died over a request holds it for thirty seconds, then the
 * next repetition takes it up; a request that failed is released at once.
 */
export function createOnce(transact: Transact): Once {
  const claim = (request: KeyedRequest, claimant: string) =>
    transact((tx) => claimRecord(tx, request, claimant));
  const release = ({ principal, key }: KeyedRequest) =>
    transact(async (tx) => {
      await tx`
        update idempotency_records set leased_until = 'epoch'
        where principal = ${principal} and key = ${key} and outcome is null`;
    });

  return async (request, work) => {
    const claimant = crypto.randomUUID();
    const patienceEnds = performance.now() + patienceMilliseconds;
    for (;;) {
      const row = await claim(request, claimant);
      if (row.requestHash !== hash(request)) {
        return refused(refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'));
      }
      if (row.outcome !== null) return row.outcome;
      if (row.mine) {
        try {
          return await work({
            reference: row.reference,
            isTakenUpAgain: row.isTakenUpAgain,
            complete: (tx, outcome) => complete(tx, request, outcome),
          });
        } catch (error) {
          await release(request).catch(() => undefined);
          if (error instanceof ProviderUnavailable) return refused(refuse('PROVIDER_UNAVAILABLE'));
          throw error;
        }
      }
      if (performance.now() > patienceEnds) {
        return refused(refuse('IDEMPOTENCY_IN_FLIGHT', 'idempotencyKey'));
      }
      await pause(lookAgainMilliseconds);
    }
  };
}

/** The real clock rules the lease: it is between processes, not part of the product's time. */
async function claimRecord(
  tx: TransactionSql,
  { principal, key, ...request }: KeyedRequest,
  claimant: string,
): Promise<RecordRow> {
  const inserted = await tx<RecordRow[]>`
    insert into idempotency_records (principal, key, operation, request_hash, reference, claimed_by,
      leased_until, created_at)
    values (${principal}, ${key}, ${request.operation}, ${hash(request)}, ${newId('req').slice(4)},
      ${claimant}, now() + make_interval(secs => ${leaseSeconds}), now())
    on conflict (principal, key) do update
    set claimed_by = excluded.claimed_by, leased_until = excluded.leased_until
    where idempotency_records.outcome is null
      and idempotency_records.request_hash = excluded.request_hash
      and (idempotency_records.leased_until < now()
           or idempotency_records.claimed_by = excluded.claimed_by)
    returning request_hash, reference, outcome, true as mine, xmax <> 0 as is_taken_up_again`;
  const rows =
    inserted.length > 0
      ? inserted
      : await tx<RecordRow[]>`
          select request_hash, reference, outcome, false as mine, true as is_taken_up_again
          from idempotency_records
          where principal = ${principal} and key = ${key}`;
  const [row] = rows;
  if (row === undefined) throw new Error('an idempotency record is missing');
  return row;
}

async function complete(
  tx: TransactionSql,
  { principal, key }: KeyedRequest,
  outcome: Outcome,
): Promise<Outcome> {
  const [row] = await tx<{ outcome: Outcome }[]>`
    update idempotency_records
    set outcome = coalesce(outcome, ${tx.json(toJson(outcome))})
    where principal = ${principal} and key = ${key}
    returning outcome`;
  return row?.outcome ?? outcome;
}

function toJson({ entityId, refusal }: Outcome) {
  return {
    entityId,
    refusal: refusal === null ? null : { code: refusal.code, path: [...refusal.path] },
  };
}

function hash({ operation, input }: Pick<KeyedRequest, 'operation' | 'input'>): string {
  return createHash('sha256')
    .update(JSON.stringify([operation, input]))
    .digest('hex');
}
