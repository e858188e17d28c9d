import { requireMember } from '@skillswap/kit/viewer';
import { expressInterest } from '../express-interest.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { seenBy } from '../match.ts';
import { passOnMatch } from '../pass-on-match.ts';
import { setMatchingPaused } from '../pause-matching.ts';
import { isRefusal } from '../refusal.ts';
import { snoozeMatch } from '../snooze-match.ts';
import { userError } from './user-error.ts';

/** What people do with their own matches. */
export const matchMutations = {
  async expressInterest(_, { input: { matchId } }, { viewer, stores, matchById }) {
    const { id: userId } = requireMember(viewer);
    const match = await matchById.load(matchId);
    const pair = match && (await expressInterest(stores, userId, matchId));
    return match && pair
      ? { match: { ...match, ...seenBy(pair, userId, stores.now()) }, userErrors: [] }
      : { match: null, userErrors: [userError({ refused: 'NOT_FOUND', path: ['matchId'] })] };
  },

  async passOnMatch(_, { input: { matchId } }, { viewer, stores, matchById }) {
    const { id: userId } = requireMember(viewer);
    const match = await matchById.load(matchId);
    const outcome = await passOnMatch(stores, userId, match);
    return isRefusal(outcome)
      ? { match: null, userErrors: [userError(outcome)] }
      : { match: outcome, userErrors: [] };
  },

  async snoozeMatch(_, { input: { matchId, until } }, { viewer, stores, matchById }) {
    const { id: userId } = requireMember(viewer);
    const match = await matchById.load(matchId);
    const outcome = await snoozeMatch(stores, userId, match, until);
    return isRefusal(outcome)
      ? { match: null, userErrors: [userError(outcome)] }
      : { match: outcome, userErrors: [] };
  },

  async pauseMatching(_, _arguments, { viewer, stores }) {
    const { id } = requireMember(viewer);
    await setMatchingPaused(stores, id, true);
    return { user: { id } };
  },

  async resumeMatching(_, _arguments, { viewer, stores }) {
    const { id } = requireMember(viewer);
    await setMatchingPaused(stores, id, false);
    return { user: { id } };
  },
} satisfies Partial<MutationResolvers>;
