/** One person wants nothing to do with another. */
export interface Block {
  readonly blockerId: string;
  readonly blockedId: string;
  readonly createdAt: Date;
}
