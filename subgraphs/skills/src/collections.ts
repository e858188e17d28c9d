import {
  eventCollections,
  majority,
  rebuildable,
  type CollectionDeclarations,
} from '@skillswap/kit/mongo';

/** Every collection of this subgraph: how sure its reads and writes are, and its indexes. */
export const collections = {
  ...eventCollections,
  skillTags: {
    consistency: majority,
    indexes: [
      { name: 'one_tag_per_name', key: { names: 1 }, unique: true },
      // Its own slug and those of the tags that were merged into it.
      { name: 'one_tag_per_slug', key: { slugs: 1 }, unique: true, sparse: true },
      { name: 'by_search_term', key: { terms: 1, _id: 1 } },
    ],
  },
  skills: {
    consistency: majority,
    indexes: [
      // A topic is a tag or a normalised label, so this refuses the same skill in another spelling.
      { name: 'one_topic_per_side', key: { userId: 1, sides: 1 }, unique: true },
      { name: 'by_owner', key: { userId: 1, createdAt: -1, _id: -1 } },
      { name: 'by_tag', key: { tagSlug: 1, _id: 1 } },
      // Answers "who teaches (or wants) this" from the index alone, from any place of the circle on.
      { name: 'by_side', key: { sides: 1, listed: 1, circle: 1, userId: 1 } },
      { name: 'newest', key: { listed: 1, createdAt: -1, _id: -1 } },
      { name: 'newest_of_side', key: { listed: 1, type: 1, createdAt: -1, _id: -1, level: 1 } },
      { name: 'by_language', key: { listed: 1, languages: 1, createdAt: -1, _id: -1 } },
      { name: 'by_place', key: { place: '2dsphere' } },
      {
        name: 'by_words',
        key: { searchLabel: 'text', searchNames: 'text' },
        weights: { searchLabel: 3, searchNames: 1 },
        // Labels come in any language: no stemming and no stop words.
        default_language: 'none',
        language_override: 'textIndexLanguage',
      },
    ],
  },
  matches: {
    consistency: majority,
    indexes: [
      { name: 'one_match_per_pair', key: { low: 1, high: 1 }, unique: true },
      { name: 'passed_by', key: { passedBy: 1, low: 1, high: 1 } },
      { name: 'snoozed_by', key: { 'snoozes.by': 1, 'snoozes.until': 1, low: 1, high: 1 } },
    ],
  },
  learningPlans: {
    consistency: majority,
    indexes: [
      {
        name: 'one_open_plan_per_pair',
        key: { mentorId: 1, learnerId: 1 },
        unique: true,
        partialFilterExpression: { open: true },
      },
      { name: 'newest_of_person', key: { people: 1, createdAt: -1, _id: -1 } },
    ],
  },
  finishedSessions: {
    consistency: rebuildable,
    indexes: [{ name: 'of_pair', key: { people: 1 } }],
  },
  // Mostly a projection, but that somebody pauses is said here and nowhere else.
  people: { consistency: majority, indexes: [] },
  // A session is finished once, however often that is told.
  endorsements: { consistency: majority, indexes: [] },
  blocks: {
    consistency: rebuildable,
    indexes: [
      { name: 'by_blocker', key: { blockerId: 1, active: 1, blockedId: 1 } },
      { name: 'by_blocked', key: { blockedId: 1, active: 1, blockerId: 1 } },
    ],
  },
} as const satisfies CollectionDeclarations;
