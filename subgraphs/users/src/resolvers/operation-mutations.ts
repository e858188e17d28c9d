import { badUserInput } from '@skillswap/kit/errors';
import { requireService } from '@skillswap/kit/viewer';
import type { Context } from '../context.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { moveOperation } from '../move-operation.ts';
import { publishOperations } from '../publish-operations.ts';
import type { OperationState } from '../registered-operation.ts';
import { actingAs } from '../transact-as.ts';
import { requireAdmin } from './require-admin.ts';
import { userErrors } from './user-errors.ts';

const mostUses = 5_000;

/** What administrators do with registered operations, and what the gateway counts of them. */
export const operationMutations: Pick<
  MutationResolvers,
  | 'publishOperations'
  | 'deprecateOperation'
  | 'retireOperation'
  | 'reinstateOperation'
  | 'internalRecordUses'
> = {
  async publishOperations(_root, { input }, { viewer, dependencies, log }) {
    const admin = requireAdmin(viewer);
    const needs = { ...dependencies, transact: actingAs(dependencies, admin) };
    const { added, known, problems } = await publishOperations(needs, input);
    const { partnerId, app } = input;
    if (added !== null) log.info({ partnerId, app, added, by: admin.id }, 'operations published');
    return {
      addedCount: added,
      knownCount: known,
      userErrors: problems.map(({ code, message, path }) => ({ code, message, path: [...path] })),
    };
  },

  deprecateOperation: (_root, { input }, context) => move(context, input.operationId, 'DEPRECATED'),
  retireOperation: (_root, { input }, context) => move(context, input.operationId, 'RETIRED'),
  reinstateOperation: (_root, { input }, context) => move(context, input.operationId, 'ACTIVE'),

  async internalRecordUses(_root, { uses }, { viewer, dependencies }) {
    requireService(viewer);
    if (uses.length > mostUses) throw badUserInput('These are too many at once.', ['uses']);
    await dependencies.uses.record(uses);
    return true;
  },
};

async function move(
  { viewer, dependencies, log }: Context,
  operationId: string,
  state: OperationState,
) {
  const admin = requireAdmin(viewer);
  const needs = { ...dependencies, transact: actingAs(dependencies, admin) };
  const { done, refusals } = await moveOperation(needs, operationId, state);
  if (done !== null) log.info({ operationId, state, by: admin.id }, 'an operation was moved');
  return { operation: done, userErrors: userErrors(refusals) };
}
