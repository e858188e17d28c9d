import type { UserErrorResolvers } from '../generated/resolvers.ts';

export const UserError: UserErrorResolvers = {
  // No field answers the interface itself; each mutation names its own type.
  __resolveType: () => {
    throw new TypeError('a user error without its mutation');
  },
};
