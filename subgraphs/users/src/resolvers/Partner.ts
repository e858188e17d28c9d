import type { PartnerResolvers } from '../generated/resolvers.ts';

const mostShown = 20;

export const Partner: PartnerResolvers = {
  scopes: ({ scopes }) => [...scopes],
  keys: async ({ id }, _arguments, { keysByPartner }) =>
    (await keysByPartner.load(id)).slice(0, mostShown),
};
