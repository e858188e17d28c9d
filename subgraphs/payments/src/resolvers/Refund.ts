import type { RefundResolvers } from '../generated/resolvers.ts';
import { canSee } from '../visibility.ts';

export const Refund: RefundResolvers = {
  __resolveReference: async ({ id }, { viewer, refundById }) => {
    const refund = await refundById.load(id);
    return refund !== null && canSee(viewer, refund.userId, 'finance') ? refund : null;
  },
  creditNote: ({ id }, _args, { creditNoteByRefund }) => creditNoteByRefund.load(id),
};
