import { encodeCursor, pageRequest, toConnection } from '@skillswap/kit/connection';
import type { ReconciliationResolvers } from '../generated/resolvers.ts';

export const Reconciliation: ReconciliationResolvers = {
  differenceCount: ({ differences }) => differences,
  differences: async ({ id }, args, { desk }) => {
    const page = pageRequest('differences', 1, args, ([place]) =>
      typeof place === 'number' ? place : null,
    );
    return toConnection(
      await desk.reconciliations.listDifferences(id, page),
      ({ place }) => encodeCursor('differences', [place]),
      args.after != null,
    );
  },
};
