import type { AuthSessionResolvers } from '../generated/resolvers.ts';

export const AuthSession: AuthSessionResolvers = {
  current: ({ id }, _arguments, { viewer }) =>
    viewer.kind === 'member' && viewer.authSessionId === id,
};
