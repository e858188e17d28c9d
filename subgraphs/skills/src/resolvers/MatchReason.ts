import type { MatchReasonResolvers } from '../generated/resolvers.ts';
import { matchReasonText } from '../match-reason-text.ts';
import { chooseTextLanguage } from '../text-language.ts';

export const MatchReason: MatchReasonResolvers = {
  async text(reason, _, { acceptLanguage, viewerId, personById }) {
    const viewer = viewerId === null ? null : await personById.load(viewerId);
    const language = chooseTextLanguage(acceptLanguage, viewer?.preferredLanguage ?? null);
    return matchReasonText(reason, language);
  },
};
