import { encodeCursor, toConnection } from '@skillswap/kit/connection';
import type { AccountStatementResolvers } from '../generated/resolvers.ts';
import { newestFirst } from '../page-loader.ts';

export const AccountStatement: AccountStatementResolvers = {
  entries: async (statement, args, { finance }) =>
    toConnection(
      await finance.listStatementEntries(statement, newestFirst('statement', args)),
      ({ at, id }) => encodeCursor('statement', [at.toISOString(), id]),
      args.after != null,
    ),
};
