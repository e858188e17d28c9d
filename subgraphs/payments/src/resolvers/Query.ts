import { encodeCursor, toConnection } from '@skillswap/kit/connection';
import { requireService } from '@skillswap/kit/viewer';
import { readSpan } from '../finance-report.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { newestFirst } from '../page-loader.ts';
import { requireFinance } from '../visibility.ts';

export const Query: QueryResolvers = {
  plans: (_parent, _args, { desk }) => desk.plans.list(),
  financeReport: (_parent, span, { viewer }) => {
    requireFinance(viewer);
    return readSpan(span);
  },
  accountStatement: (_parent, { accountId, ...span }, { viewer, finance }) => {
    requireFinance(viewer);
    return finance.findStatement(accountId, readSpan(span));
  },
  timeCreditAdjustments: async (_parent, { status, ...args }, { viewer, desk }) => {
    requireFinance(viewer);
    const page = newestFirst('adjustments', args);
    return toConnection(
      await desk.adjustments.list(status ?? null, page),
      ({ proposedAt, id }) => encodeCursor('adjustments', [proposedAt.toISOString(), id]),
      args.after != null,
    );
  },
  disputes: async (_parent, { status, ...args }, { viewer, desk }) => {
    requireFinance(viewer);
    return toConnection(
      await desk.disputes.list(status ?? null, newestFirst('disputes', args)),
      ({ openedAt, id }) => encodeCursor('disputes', [openedAt.toISOString(), id]),
      args.after != null,
    );
  },
  payouts: async (_parent, { status, ...args }, { viewer, desk }) => {
    requireFinance(viewer);
    return toConnection(
      await desk.payouts.list(status ?? null, newestFirst('payouts', args)),
      ({ requestedAt, id }) => encodeCursor('payouts', [requestedAt.toISOString(), id]),
      args.after != null,
    );
  },
  reconciliations: async (_parent, args, { viewer, desk }) => {
    requireFinance(viewer);
    return toConnection(
      await desk.reconciliations.list(newestFirst('reconciliations', args)),
      ({ finishedAt, id }) => encodeCursor('reconciliations', [finishedAt.toISOString(), id]),
      args.after != null,
    );
  },
  internalTimeCredits: async (_parent, { userId }, { viewer, timeCreditsByUser }) => {
    requireService(viewer);
    return (await timeCreditsByUser.load(userId)).balanceMinutes;
  },
};
