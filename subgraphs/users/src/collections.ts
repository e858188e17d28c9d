import {
  eventCollections,
  majority,
  rebuildable,
  type CollectionDeclarations,
} from '@skillswap/kit/mongo';

const daySeconds = 86_400;

/**
 * The collections with their consistency and indexes. Everything here decides who may come in or
 * who may see whom, so nothing of it is acknowledged or read before a majority has it.
 */
export const collections = {
  ...eventCollections,
  users: {
    consistency: majority,
    indexes: [
      { key: { email: 1 }, name: 'one_account_per_address', unique: true },
      { key: { nameKey: 1 }, name: 'by_name' },
      { key: { roles: 1 }, name: 'by_role' },
    ],
  },
  credentials: { consistency: majority, indexes: [] },
  registrations: {
    consistency: majority,
    indexes: [
      { key: { email: 1, createdAt: -1 }, name: 'newest_of_address' },
      // Later than the link's own end, which follows the product's clock.
      { key: { expiresAt: 1 }, name: 'removed_a_day_late', expireAfterSeconds: daySeconds },
    ],
  },
  consents: {
    consistency: majority,
    indexes: [{ key: { userId: 1, grantedAt: 1 }, name: 'of_person' }],
  },
  authSessions: {
    consistency: majority,
    indexes: [
      { key: { userId: 1, createdAt: -1, _id: -1 }, name: 'newest_of_person' },
      { key: { expiresAt: 1 }, name: 'kept_ninety_days', expireAfterSeconds: 90 * daySeconds },
    ],
  },
  revocations: {
    consistency: majority,
    // Longer than an access token lives; by real time.
    indexes: [{ key: { at: 1 }, name: 'kept_half_an_hour', expireAfterSeconds: 1_800 }],
  },
  refreshTokens: {
    consistency: majority,
    indexes: [
      { key: { expiresAt: 1 }, name: 'removed_a_day_late', expireAfterSeconds: daySeconds },
    ],
  },
  secondFactors: { consistency: majority, indexes: [] },
  identityLinks: {
    consistency: majority,
    indexes: [
      { key: { provider: 1, subject: 1 }, name: 'one_link_per_identity', unique: true },
      { key: { userId: 1, provider: 1 }, name: 'one_link_per_provider', unique: true },
    ],
  },
  identityFlows: {
    consistency: majority,
    indexes: [
      { key: { expiresAt: 1 }, name: 'removed_a_day_late', expireAfterSeconds: daySeconds },
    ],
  },
  passwordResets: {
    consistency: majority,
    indexes: [
      { key: { userId: 1 }, name: 'of_person' },
      { key: { expiresAt: 1 }, name: 'removed_a_day_late', expireAfterSeconds: daySeconds },
    ],
  },
  emailChanges: {
    consistency: majority,
    indexes: [
      { key: { userId: 1 }, name: 'of_person' },
      { key: { expiresAt: 1 }, name: 'removed_a_day_late', expireAfterSeconds: daySeconds },
    ],
  },
  accessTokenKeys: {
    consistency: majority,
    indexes: [{ key: { generation: 1 }, name: 'one_key_per_generation', unique: true }],
  },
  blocks: {
    consistency: majority,
    indexes: [
      { key: { blockerId: 1, blockedId: 1 }, name: 'one_block_per_pair', unique: true },
      { key: { blockedId: 1, blockerId: 1 }, name: 'by_blocked' },
      { key: { blockerId: 1, createdAt: -1, blockedId: -1 }, name: 'latest_of_blocker' },
    ],
  },
  partners: {
    consistency: majority,
    indexes: [{ key: { slug: 1 }, name: 'one_partner_per_slug', unique: true }],
  },
  partnerKeys: {
    consistency: majority,
    indexes: [
      { key: { hash: 1 }, name: 'one_key_per_secret', unique: true },
      { key: { partnerId: 1, createdAt: -1, _id: -1 }, name: 'newest_of_partner' },
    ],
  },
  registeredOperations: {
    consistency: majority,
    indexes: [
      {
        key: { partnerId: 1, app: 1, hash: 1 },
        name: 'one_registration_per_client',
        unique: true,
      },
      { key: { publishedAt: -1, _id: -1 }, name: 'newest' },
      { key: { partnerId: 1, publishedAt: -1, _id: -1 }, name: 'newest_of_partner' },
      { key: { app: 1, publishedAt: -1, _id: -1 }, name: 'newest_of_app' },
    ],
  },
  registry: { consistency: majority, indexes: [] },
  // Counts of what was used are for people to look at: losing some decides nothing.
  uses: { consistency: rebuildable, indexes: [] },
} as const satisfies CollectionDeclarations;
