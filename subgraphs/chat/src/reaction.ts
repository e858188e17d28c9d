/** One person's emoji on a message. */
export interface Reaction {
  readonly userId: string;
  readonly emoji: string;
}

/** The same emoji of several people. */
export interface ReactionGroup {
  readonly emoji: string;
  readonly userIds: readonly string[];
}

const oneEmoji = /^\p{RGI_Emoji}$/v;
const emojiPresentation = '\uFE0F';

/** The emoji as it is stored, or null for a text that is not exactly one. */
export function canonicalEmoji(text: string): string | null {
  const candidates = [text, text + emojiPresentation];
  return candidates.find((candidate) => oneEmoji.test(candidate)) ?? null;
}

/** The reactions by emoji, in the order in which each emoji first came. */
export function groupReactions(reactions: readonly Reaction[]): ReactionGroup[] {
  const groups = Map.groupBy(reactions, ({ emoji }) => emoji);
  return [...groups].map(([emoji, given]) => ({
    emoji,
    userIds: given.map(({ userId }) => userId),
  }));
}
