import type { Sql } from 'postgres';
import { createAdjustmentRepository } from './adjustment-repository.ts';
import { createCreditNoteRepository } from './credit-note-repository.ts';
import { createDisputeRepository } from './dispute-repository.ts';
import { createHeldSessionRepository } from './held-session-repository.ts';
import { createOnce } from './idempotency.ts';
import { createInvoiceRepository } from './invoice-repository.ts';
import { createMembershipChargeRepository } from './membership-charge-repository.ts';
import { createMembershipRepository } from './membership-repository.ts';
import type { MoneyDesk } from './money-desk.ts';
import { createPayerRepository } from './payer-repository.ts';
import { createPaymentIntentRepository } from './payment-intent-repository.ts';
import { createPayoutRepository } from './payout-repository.ts';
import { createPlanRepository } from './plan-repository.ts';
import { createReconciliationRepository } from './reconciliation-repository.ts';
import { createRefundRepository } from './refund-repository.ts';
import { createReportRepository } from './report-repository.ts';

/** What a {@link MoneyDesk} is made of. */
export interface MoneyDeskParts extends Pick<
  MoneyDesk,
  'transact' | 'dueWork' | 'clock' | 'provider' | 'announce' | 'commissionBasisPoints'
> {
  readonly sql: Sql;
}

/** Puts a desk together. */
export function createMoneyDesk({ sql, ...parts }: MoneyDeskParts): MoneyDesk {
  const { transact, provider } = parts;
  return {
    ...parts,
    once: createOnce(transact),
    intents: createPaymentIntentRepository(sql),
    invoices: createInvoiceRepository(sql),
    refunds: createRefundRepository(sql),
    disputes: createDisputeRepository(sql),
    creditNotes: createCreditNoteRepository(sql),
    memberships: createMembershipRepository(sql),
    charges: createMembershipChargeRepository(sql),
    heldSessions: createHeldSessionRepository(sql),
    payouts: createPayoutRepository(sql),
    payers: createPayerRepository(sql, transact, provider),
    adjustments: createAdjustmentRepository(sql),
    plans: createPlanRepository(sql),
    reports: createReportRepository(sql),
    reconciliations: createReconciliationRepository(sql),
  };
}
