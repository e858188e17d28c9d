import type { ClientSession, Db } from 'mongodb';
import type { Page, PageRequest } from '@skillswap/kit/connection';
import { toPage } from '@skillswap/kit/connection';
import { duplicateKeyIndex, openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { tagNames, tagSearchTerms, type NewSkillTag, type SkillTag } from './skill-tag.ts';

interface SkillTagDocument {
  _id: string;
  labels: { en: string; fr: string };
  aliases: string[];
  names: string[];
  terms: string[];
  /** The tag's own slug and its former ones. */
  slugs: string[];
}

/** The catalogue in the store. */
export type SkillTagRepository = ReturnType<typeof createSkillTagRepository>;

/** Opens the catalogue in the store. */
export function createSkillTagRepository(db: Db) {
  const tags = openCollection<SkillTagDocument>(db, 'skillTags', collections.skillTags);
  return {
    /** Adds the tags that are missing, and leaves the others and those merged away as they are. */
    async ensure(catalogue: readonly NewSkillTag[]): Promise<void> {
      await tags.updateMany({ slugs: { $exists: false } }, [{ $set: { slugs: ['$_id'] } }]);
      const existing = new Set(await tags.distinct('slugs'));
      const missing = catalogue.filter(({ slug }) => !existing.has(slug));
      if (missing.length === 0) return;
      const rows = missing.map((tag) => toDocument({ ...tag, formerSlugs: [] }));
      await tags.insertMany(rows, { ordered: false }).catch((error: unknown) => {
        // Another instance was faster, or an administrator gave the name to another tag.
        if (duplicateKeyIndex(error) === null) throw error;
      });
    },

    /** The tags that have these slugs now or had them before they were merged. */
    async findBySlugs(slugs: readonly string[]): Promise<SkillTag[]> {
      return (await tags.find({ slugs: { $in: [...slugs] } }).toArray()).map(toSkillTag);
    },

    /** The tag that has this name, which is given normalised. */
    async findByName(name: string): Promise<SkillTag | null> {
      const found = await tags.findOne({ names: name });
      return found && toSkillTag(found);
    },

    /** Tags by slug; `search`, given normalised, is how one of their terms starts. */
    async list(
      search: string | null,
      { limit, after }: PageRequest<string>,
    ): Promise<Page<SkillTag>> {
      const rows = await tags
        .find({
          ...(search !== null && { terms: { $elemMatch: startsWith(search) } }),
          ...(after !== null && { _id: { $gt: after } }),
        })
        .sort({ _id: 1 })
        .limit(limit + 1)
        .toArray();
      return toPage(rows.map(toSkillTag), limit);
    },

    /** The tag that has this slug now, as the transaction sees it. */
    async findCurrent(session: ClientSession, slug: string): Promise<SkillTag | null> {
      const found = await tags.findOne({ _id: slug }, { session });
      return found && toSkillTag(found);
    },

    /** Refuses by {@link isNameTaken} and {@link isSlugTaken}, which ends the transaction; so does `replace`. */
    async insert(session: ClientSession, tag: SkillTag): Promise<void> {
      await tags.insertOne(toDocument(tag), { session });
    },

    async replace(session: ClientSession, tag: SkillTag): Promise<void> {
      await tags.replaceOne({ _id: tag.slug }, toDocument(tag), { session });
    },

    async remove(session: ClientSession, slug: string): Promise<void> {
      await tags.deleteOne({ _id: slug }, { session });
    },
  };
}

/** True when the store refused a tag because another one has one of its names. */
export function isNameTaken(error: unknown): boolean {
  return duplicateKeyIndex(error) === 'one_tag_per_name';
}

/** True when the store refused a tag because another one has, or had, its slug. */
export function isSlugTaken(error: unknown): boolean {
  return ['one_tag_per_slug', '_id_'].includes(duplicateKeyIndex(error) ?? '');
}

function startsWith(text: string) {
  return { $gte: text, $lt: `${text}\uffff` };
}

function toDocument(tag: SkillTag): SkillTagDocument {
  return {
    _id: tag.slug,
    labels: tag.labels,
    aliases: [...tag.aliases],
    names: tagNames(tag),
    terms: tagSearchTerms(tag),
    slugs: [tag.slug, ...tag.formerSlugs],
  };
}

function toSkillTag({ _id, labels, aliases, slugs }: SkillTagDocument): SkillTag {
  return { slug: _id, labels, aliases, formerSlugs: slugs.filter((slug) => slug !== _id) };
}
