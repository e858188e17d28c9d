import type { FinanceReportResolvers } from '../generated/resolvers.ts';

export const FinanceReport: FinanceReportResolvers = {
  revenue: (span, _args, { finance }) => finance.listRevenue(span),
  memberships: (_span, _args, { finance }) => finance.countMemberships(),
  accounts: (_span, _args, { finance }) => finance.listPlatformAccounts(),
};
