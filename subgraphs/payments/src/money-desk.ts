import type { Clock } from '@skillswap/kit/clock';
import type { AdjustmentRepository } from './adjustment-repository.ts';
import type { HeldSessionRepository } from './held-session-repository.ts';
import type { Once } from './idempotency.ts';
import type { PaymentProvider } from './payment-provider.ts';
import type { PayerRepository } from './payer-repository.ts';
import type { PayoutRepository } from './payout-repository.ts';
import type { PlanRepository } from './plan-repository.ts';
import type { ReconciliationRepository } from './reconciliation-repository.ts';
import type { ReportRepository } from './report-repository.ts';
import type { DisputeSettlement } from './settle-dispute.ts';
import type { RefundSettlement } from './settle-refund.ts';
import type { Transact } from './transact.ts';

/** What the use cases that move money work with. */
export interface MoneyDesk extends RefundSettlement, DisputeSettlement {
  readonly transact: Transact;
  readonly once: Once;
  readonly clock: Clock;
  readonly provider: PaymentProvider;
  /** What is kept of a payment for a session that is begun now, in hundredths of a percent. */
  readonly commissionBasisPoints: number;
  readonly heldSessions: HeldSessionRepository;
  readonly payouts: PayoutRepository;
  readonly plans: PlanRepository;
  readonly payers: PayerRepository;
  readonly adjustments: AdjustmentRepository;
  readonly reports: ReportRepository;
  readonly reconciliations: ReconciliationRepository;
  /** Wakes those who follow a payment. */
  readonly announce: (paymentIntentId: string) => void;
}

/** Who moves money, and how fresh their log-in is. */
export interface Payer {
  readonly id: string;
  /** Seconds since 1970 of the last log-in or second factor. */
  readonly authTime: number;
}
