import { encodeCursor, toConnection } from '@skillswap/kit/connection';
import type { UserResolvers } from '../generated/resolvers.ts';
import { requireSight } from '../visibility.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  membership: ({ id }, _args, { viewer, membershipByUser }) => {
    requireSight(viewer, id, 'admin');
    return membershipByUser.load(id);
  },
  entitlements: ({ id }, _args, { viewer, entitlementsByUser }) => {
    requireSight(viewer, id, 'admin');
    return entitlementsByUser.load(id);
  },
  timeCredits: ({ id }, _args, { viewer, timeCreditsByUser }) => {
    requireSight(viewer, id, 'admin');
    return timeCreditsByUser.load(id);
  },
  earnings: ({ id }, _args, { viewer, earningsByUser }) => {
    requireSight(viewer, id, 'finance');
    return earningsByUser.load(id);
  },
  paymentIntents: async ({ id }, args, { viewer, paymentIntentsByUser }) => {
    requireSight(viewer, id, 'finance');
    return toConnection(
      await paymentIntentsByUser(id, args),
      (payment) => encodeCursor('payments', [payment.createdAt.toISOString(), payment.id]),
      args.after != null,
    );
  },
  invoices: async ({ id }, args, { viewer, invoicesByUser }) => {
    requireSight(viewer, id, 'finance');
    return toConnection(
      await invoicesByUser(id, args),
      (invoice) => encodeCursor('invoices', [invoice.issuedAt.toISOString(), invoice.id]),
      args.after != null,
    );
  },
};
