import type { InvoiceResolvers } from '../generated/resolvers.ts';
import { canSee } from '../visibility.ts';

export const Invoice: InvoiceResolvers = {
  __resolveReference: async ({ id }, { viewer, invoiceById }) => {
    const invoice = await invoiceById.load(id);
    return invoice !== null && canSee(viewer, invoice.userId, 'finance') ? invoice : null;
  },
  pdfUrl: ({ id }, _args, { paperLinks }) => paperLinks.make(id, 'PAGE'),
};
