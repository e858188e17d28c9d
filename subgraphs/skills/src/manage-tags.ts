import type { MongoDueWork } from '@skillswap/kit/due-work';
import type { Transact } from '@skillswap/kit/mongo';
import { oneLine } from './label.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { retagSkills, type RetagStores } from './retag-skills.ts';
import {
  mergeTags,
  refuseSlug,
  refuseTagNames,
  type CreateSkillTagRefusal,
  type MergeSkillTagsRefusal,
  type NewSkillTag,
  type SkillTag,
  type UpdateSkillTagRefusal,
} from './skill-tag.ts';
import { isNameTaken, isSlugTaken } from './skill-tag-repository.ts';

/** What changing the catalogue needs. */
export interface ManageTagStores extends RetagStores {
  readonly transact: Transact;
  readonly dueWork: MongoDueWork;
  readonly now: () => Date;
}

/** New names for a subject; what is left out or null stays. */
export interface NewTagNames {
  readonly labels?: NewSkillTag['labels'] | null | undefined;
  readonly aliases?: readonly string[] | null | undefined;
}

/** Those who were adding a skill while its subject changed have finished by then. */
const settledAfterMilliseconds = 60_000;

/** Adds a subject to the catalogue, or says why not. */
export async function createTag(
  { tags, transact }: ManageTagStores,
  input: NewSkillTag,
): Promise<SkillTag | Refusal<CreateSkillTagRefusal>> {
  const refusal = refuseSlug(input.slug) ?? refuseTagNames(input);
  if (refusal !== null) return refusal;
  const tag = { ...input, ...tidy(input), formerSlugs: [] };
  try {
    await transact(({ session }) => tags.insert(session, tag));
    return tag;
  } catch (error) {
    if (isSlugTaken(error)) return { refused: 'SLUG_TAKEN', path: ['slug'] };
    if (isNameTaken(error)) return { refused: 'NAME_TAKEN', path: ['labels'] };
    throw error;
  }
}

/** Changes the names of a subject, or says why not. Its skills are found by them on return. */
export async function updateTag(
  stores: ManageTagStores,
  slug: string,
  names: NewTagNames,
): Promise<SkillTag | Refusal<UpdateSkillTagRefusal>> {
  try {
    const outcome = await rename(stores, slug, names);
    if (!isRefusal(outcome)) await retagSkills(stores, slug);
    return outcome;
  } catch (error) {
    if (!isNameTaken(error)) throw error;
    return { refused: 'NAME_TAKEN', path: [names.labels == null ? 'aliases' : 'labels'] };
  }
}

function rename(stores: ManageTagStores, slug: string, names: NewTagNames) {
  return stores.transact<SkillTag | Refusal<UpdateSkillTagRefusal>>(async ({ session }) => {
    const current = await stores.tags.findCurrent(session, slug);
    if (current === null) return { refused: 'UNKNOWN_TAG', path: ['slug'] };
    const { labels, aliases } = current;
    const wanted = { labels: names.labels ?? labels, aliases: names.aliases ?? aliases };
    const refusal = refuseTagNames(wanted);
    if (refusal !== null) return refusal;
    const tag = { ...current, ...tidy(wanted) };
    await stores.tags.replace(session, tag);
    await planRetagging(stores, session, slug);
    return tag;
  });
}

/**
 * Makes two subjects one: the names, slugs and skills of the first become the second's. Where a
 * person had both, the skill under the second stays.
 */
export async function mergeSkillTags(
  stores: ManageTagStores,
  fromSlug: string,
  intoSlug: string,
): Promise<SkillTag | Refusal<MergeSkillTagsRefusal>> {
  if (fromSlug === intoSlug) return { refused: 'SAME_TAG', path: ['intoSlug'] };
  const outcome = await stores.transact<SkillTag | Refusal<MergeSkillTagsRefusal>>(async (tx) => {
    const { session } = tx;
    const from = await stores.tags.findCurrent(session, fromSlug);
    if (from === null) return { refused: 'UNKNOWN_TAG', path: ['fromSlug'] };
    const into = await stores.tags.findCurrent(session, intoSlug);
    if (into === null) return { refused: 'UNKNOWN_TAG', path: ['intoSlug'] };
    const merged = mergeTags(from, into);
    await stores.tags.remove(session, fromSlug);
    await stores.tags.replace(session, merged);
    await planRetagging(stores, session, intoSlug);
    return merged;
  });
  if (!isRefusal(outcome)) await retagSkills(stores, intoSlug);
  return outcome;
}

type Session = Parameters<MongoDueWork['plan']>[0];

/** Does it again later, for skills that were being added, and in case this process ends now. */
async function planRetagging({ dueWork, now }: ManageTagStores, session: Session, slug: string) {
  const dueAt = new Date(now().getTime() + settledAfterMilliseconds);
  await dueWork.plan(session, {
    key: `retag:${slug}`,
    kind: 'retagSkills',
    dueAt,
    payload: { slug },
  });
}

function tidy({ labels, aliases }: Pick<NewSkillTag, 'labels' | 'aliases'>) {
  const { en, fr } = labels;
  return { labels: { en: oneLine(en), fr: oneLine(fr) }, aliases: aliases.map(oneLine) };
}
