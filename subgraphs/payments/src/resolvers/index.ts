import { DateTime } from '@skillswap/kit/scalars';
import type { Resolvers } from '../generated/resolvers.ts';
import { AccountStatement } from './AccountStatement.ts';
import { CreditNote } from './CreditNote.ts';
import { Dispute } from './Dispute.ts';
import { EarningsAccount } from './EarningsAccount.ts';
import { EarningsEntry } from './EarningsEntry.ts';
import { FinanceReport } from './FinanceReport.ts';
import { FinanceRow } from './FinanceRow.ts';
import { MembershipCount } from './MembershipCount.ts';
import { TimeCreditAdjustment } from './TimeCreditAdjustment.ts';
import { Invoice } from './Invoice.ts';
import { Membership } from './Membership.ts';
import { Mutation } from './Mutation.ts';
import { PaymentIntent } from './PaymentIntent.ts';
import { Payout } from './Payout.ts';
import { Plan } from './Plan.ts';
import { Query } from './Query.ts';
import { Reconciliation } from './Reconciliation.ts';
import { ReconciliationDifference } from './ReconciliationDifference.ts';
import { Refund } from './Refund.ts';
import { Subscription } from './Subscription.ts';
import { TimeCreditAccount } from './TimeCreditAccount.ts';
import { TimeCreditEntry } from './TimeCreditEntry.ts';
import { User } from './User.ts';

export const resolvers: Resolvers = {
  DateTime,
  CreditNote,
  Dispute,
  EarningsAccount,
  EarningsEntry,
  TimeCreditAdjustment,
  MembershipCount,
  FinanceRow,
  FinanceReport,
  AccountStatement,
  Invoice,
  Membership,
  Mutation,
  PaymentIntent,
  Payout,
  Plan,
  Query,
  Reconciliation,
  ReconciliationDifference,
  Refund,
  Subscription,
  TimeCreditAccount,
  TimeCreditEntry,
  User,
  UserError: { __resolveType: () => 'PaymentError' },
};
