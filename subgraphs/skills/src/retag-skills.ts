import type { MongoTransaction, Transact } from '@skillswap/kit/mongo';
import type { PersonRepository } from './person-repository.ts';
import { sidesOf, topicsOf, type Skill } from './skill.ts';
import { isDuplicateSkill, type SkillRepository } from './skill-repository.ts';
import type { SkillTag } from './skill-tag.ts';
import type { SkillTagRepository } from './skill-tag-repository.ts';

/** What bringing skills up to their subject needs. */
export interface RetagStores {
  readonly tags: SkillTagRepository;
  readonly skills: SkillRepository;
  readonly people: PersonRepository;
  readonly transact: Transact;
}

const batchSize = 200;
const attempts = 5;

/**
 * Brings skills up to what their subject has become: they move to it from the subjects that were
 * merged into it, and are found by its present names. Doing it again changes nothing.
 */
export async function retagSkills(stores: RetagStores, slug: string): Promise<void> {
  const [tag] = await stores.tags.findBySlugs([slug]);
  if (tag === undefined) return;
  while ((await moveBatch(stores, tag)) === batchSize);
  await stores.skills.renameSubject(tag);
}

/** Moves some skills; how many there were. */
async function moveBatch(stores: RetagStores, tag: SkillTag): Promise<number> {
  if (tag.formerSlugs.length === 0) return 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await stores.transact((tx) => move(stores, tx, tag));
    } catch (error) {
      // Somebody added the same subject meanwhile; the next look sees it.
      if (!isDuplicateSkill(error) || attempt === attempts) throw error;
    }
  }
}

async function move(
  { skills, people }: RetagStores,
  tx: MongoTransaction,
  tag: SkillTag,
): Promise<number> {
  const { session } = tx;
  const moving = await skills.findByTags(session, tag.formerSlugs, batchSize);
  const owners = [...new Set(moving.map(({ userId }) => userId))];
  const { kept, surplus } = settle(moving, await skills.findOfTag(session, owners, tag.slug), tag);
  await skills.replaceTopics(session, kept, tag);
  await skills.removeAll(
    session,
    surplus.map(({ skill }) => skill),
  );
  for (const { skill, survivorId } of surplus) {
    const { id: skillId, userId, type, label, endorsements } = skill;
    await skills.endorse(session, survivorId, [userId], endorsements);
    await people.uncountSkill(session, userId);
    tx.emit('skill.removed', { skillId, userId, type, label });
  }
  return moving.length;
}

/** A skill that its owner has under the subject already, and that other one. */
export interface SurplusSkill {
  readonly skill: Skill;
  readonly survivorId: string;
}

/** Which skills move to a subject, and which are one too many for their owner. */
export function settle(
  moving: readonly Skill[],
  present: readonly Skill[],
  { slug }: Pick<SkillTag, 'slug'>,
): { readonly kept: Skill[]; readonly surplus: SurplusSkill[] } {
  const taken = new Map<string, string>();
  const take = (skill: Skill) => {
    for (const side of ownSides(skill)) taken.set(side, skill.id);
  };
  present.forEach(take);
  const [kept, surplus]: [Skill[], SurplusSkill[]] = [[], []];
  for (const skill of moving) {
    const moved = { ...skill, tagSlug: slug, topics: topicsOf(skill.label, slug) };
    const survivorId = ownSides(moved)
      .map((side) => taken.get(side))
      .find((id) => id !== undefined);
    if (survivorId !== undefined) {
      surplus.push({ skill, survivorId });
    } else {
      kept.push(moved);
      take(moved);
    }
  }
  return { kept, surplus };
}

/** The sides of a skill with its owner: what there is once. */
function ownSides(skill: Skill): string[] {
  return sidesOf(skill).map((side) => `${skill.userId} ${side}`);
}
