import type { ClientSession, Db } from 'mongodb';
import { duplicateKeyIndex, openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { isOnOffer, type Person } from './person.ts';
import type { Skill, SkillChanges } from './skill.ts';
import type { SkillTag } from './skill-tag.ts';
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
      const described = { visible: owner.state === 'ACTIVE', listed: isOnOffer(owner) };
      await skills.updateMany(
        { userId: owner.id },
        owner.cell === null
          ? { $set: described, $unset: { place: '' } }
          : { $set: { ...described, place: toPoint(owner.cell) } },
        { session },
      );
    },

    /** Changes what is given of one of the person's own skills and returns it, or null. */
    async update(userId: string, skillId: string, changes: SkillChanges): Promise<Skill | null> {
      const updated = await skills.findOneAndUpdate(
        { _id: skillId, userId },
        { $set: changes },
        { returnDocument: 'after' },
      );
      return updated && toSkill(updated);
    },
  };
}

function orOwn(viewerId: string) {
  return { $or: [{ visible: true }, { userId: viewerId }] };
}

/** True when the store refused a skill because its owner has it already. */
export function isDuplicateSkill(error: unknown): boolean {
  return duplicateKeyIndex(error) === 'one_topic_per_side';
}
