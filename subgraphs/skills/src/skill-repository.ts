import type { ClientSession, Db, Filter } from 'mongodb';
import { duplicateKeyIndex, openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { isOnOffer, type Person } from './person.ts';
import { sidesOf, type Skill, type SkillChanges } from './skill.ts';
import { tagNames, type SkillTag } from './skill-tag.ts';
import { toPoint, toSkill, toSkillDocument, type SkillDocument } from './skill-document.ts';

/** Skills in the store. */
export type SkillRepository = ReturnType<typeof createSkillRepository>;

/** Opens the skills in the store. */
export function createSkillRepository(db: Db) {
  const skills = openCollection<SkillDocument>(db, 'skills', collections.skills);
  return {
    async findByIds(ids: readonly string[]): Promise<Skill[]> {
      return (await skills.find({ _id: { $in: [...ids] } }).toArray()).map(toSkill);
    },

    /** Skills of owners who are active, and those of `viewerId` in any case. */
    async findVisibleByIds(ids: readonly string[], viewerId: string | null): Promise<Skill[]> {
      const visible = viewerId === null ? { visible: true } : orOwn(viewerId);
      return (await skills.find({ _id: { $in: [...ids] }, ...visible }).toArray()).map(toSkill);
    },

    /** All skills of these people, newest first; each person has a bounded number. */
    async findByOwners(userIds: readonly string[]): Promise<Skill[]> {
      const rows = skills
        .find({ userId: { $in: [...userIds] } })
        .sort({ userId: 1, createdAt: -1, _id: -1 });
      return (await rows.toArray()).map(toSkill);
    },

    /** How much the person wants to learn. */
    countLearning: (session: ClientSession, userId: string): Promise<number> =>
      skills.countDocuments({ userId, type: 'LEARN' }, { session }),

    /** Refuses by {@link isDuplicateSkill}, which ends the transaction. */
    async insert(session: ClientSession, skill: Skill, tag: SkillTag | null, owner: Person) {
      await skills.insertOne(toSkillDocument(skill, tag, owner), { session });
    },

    /** Removes one of the person's own skills and returns it, or null. */
    async remove(session: ClientSession, userId: string, skillId: string): Promise<Skill | null> {
      const removed = await skills.findOneAndDelete({ _id: skillId, userId }, { session });
      return removed && toSkill(removed);
    },

    /** Copies what a search needs of an owner onto that owner's skills. */
    async describeOwner(session: ClientSession, owner: Person): Promise<void> {
      const offered = isOnOffer(owner);
      const isShown = { $eq: [{ $ifNull: ['$hiddenAt', null] }, null] };
      const described = { visible: owner.state === 'ACTIVE', offered, listed: offered && isShown };
      await skills.updateMany(
        { userId: owner.id },
        owner.cell === null
          ? [{ $set: described }, { $unset: 'place' }]
          : [{ $set: { ...described, place: toPoint(owner.cell) } }],
        { session },
      );
    },

    /** At most so many skills of these subjects. */
    async findByTags(session: ClientSession, slugs: readonly string[], limit: number) {
      const rows = skills.find({ tagSlug: { $in: [...slugs] } }, { session }).limit(limit);
      return (await rows.toArray()).map(toSkill);
    },

    /** What these people have of a subject. */
    async findOfTag(session: ClientSession, userIds: readonly string[], slug: string) {
      const rows = skills.find({ userId: { $in: [...userIds] }, tagSlug: slug }, { session });
      return (await rows.hint('by_owner').toArray()).map(toSkill);
    },

    /** Gives skills their new topics. Refuses by {@link isDuplicateSkill}. */
    async replaceTopics(session: ClientSession, moved: readonly Skill[], tag: SkillTag) {
      if (moved.length === 0) return;
      const searchNames = tagNames(tag).join(' ');
      await skills.bulkWrite(
        moved.map((skill) => ({
          updateOne: {
            filter: { _id: skill.id },
            update: {
              $set: {
                tagSlug: skill.tagSlug,
                topics: [...skill.topics],
                sides: sidesOf(skill),
                searchNames,
              },
            },
          },
        })),
        { session },
      );
    },

    async removeAll(session: ClientSession, surplus: readonly Skill[]): Promise<void> {
      if (surplus.length === 0) return;
      await skills.deleteMany({ _id: { $in: surplus.map(({ id }) => id) } }, { session });
    },

    /** Counts finished sessions of a skill, if it is one of these people's. */
    async endorse(
      session: ClientSession,
      skillId: string,
      owners: readonly string[],
      sessions: number,
    ): Promise<void> {
      await skills.updateOne(
        { _id: skillId, userId: { $in: [...owners] } },
        { $inc: { endorsements: sessions } },
        { session },
      );
    },

    /** Lets the skills of a subject be found by its present names. */
    async renameSubject(tag: SkillTag): Promise<void> {
      const searchNames = tagNames(tag).join(' ');
      await skills.updateMany(
        { tagSlug: tag.slug, searchNames: { $ne: searchNames } },
        { $set: { searchNames } },
      );
    },

    /** Confirms one of the person's own skills with these changes and returns it, or null. */
    async confirm(
      session: ClientSession,
      userId: string,
      skillId: string,
      changes: SkillChanges,
      now: Date,
    ): Promise<Skill | null> {
      const shown = {
        nudgedAt: null,
        hiddenAt: null,
        listed: { $ifNull: ['$offered', '$listed'] },
      };
      const confirmed = await skills.findOneAndUpdate(
        { _id: skillId, userId },
        [{ $set: { ...changes, ...shown, confirmedAt: now } }],
        { session, returnDocument: 'after' },
      );
      return confirmed && toSkill(confirmed);
    },

    /** Whether there is a skill of this person to ask about: unconfirmed since then, and not asked. */
    async isToNudge(userId: string, stale: Date): Promise<boolean> {
      return (await skills.countDocuments(toNudge(userId, stale), { limit: 1 })) > 0;
    },

    /** Marks this person's skills to ask about as asked now, and returns them. */
    async markNudged(
      session: ClientSession,
      userId: string,
      stale: Date,
      now: Date,
    ): Promise<Skill[]> {
      const rows = await skills.find(toNudge(userId, stale), { session }).toArray();
      const marked = { _id: { $in: rows.map(({ _id }) => _id) } };
      await skills.updateMany(marked, { $set: { nudgedAt: now } }, { session });
      return rows.map(toSkill);
    },

    async unmarkNudged(ids: readonly string[]): Promise<void> {
      await skills.updateMany({ _id: { $in: [...ids] } }, { $set: { nudgedAt: null } });
    },

    /** Hides this person's skills about which they were asked by then and said nothing. */
    async hideNudged(userId: string, nudgedBy: Date, now: Date): Promise<void> {
      await skills.updateMany(
        { userId, nudgedAt: { $lte: nudgedBy }, hiddenAt: null },
        { $set: { hiddenAt: now, listed: false } },
      );
    },
  };
}

function toNudge(userId: string, stale: Date): Filter<SkillDocument> {
  return { userId, confirmedAt: { $lte: stale }, nudgedAt: null };
}

function orOwn(viewerId: string) {
  return { $or: [{ visible: true }, { userId: viewerId }] };
}

/** True when the store refused a skill because its owner has it already. */
export function isDuplicateSkill(error: unknown): boolean {
  return duplicateKeyIndex(error) === 'one_topic_per_side';
}
