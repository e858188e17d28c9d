import type { CreditNoteResolvers } from '../generated/resolvers.ts';

export const CreditNote: CreditNoteResolvers = {
  pdfUrl: ({ id }, _args, { paperLinks }) => paperLinks.make(id, 'PAGE'),
};
