import type { Db } from 'mongodb';
import type { Page, PageRequest } from '@skillswap/kit/connection';
import { toPage } from '@skillswap/kit/connection';
import { duplicateKeyIndex, openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { tagNames, tagSearchTerms, type SkillTag } from './skill-tag.ts';

interface SkillTagDocument {
  _id: string;
  labels: { en: string; fr: string };
  aliases: string[];
  names: string[];
  terms: string[];
}

/** The catalogue in the store. */
export type SkillTagRepository = ReturnType<typeof createSkillTagRepository>;

/** Opens the catalogue in the store. */
export function createSkillTagRepository(db: Db) {
  const tags = openCollection<SkillTagDocument>(db, 'skillTags', collections.skillTags);
  return {
    /** Adds the tags that are missing and leaves the others as they are. */
    async ensure(catalogue: readonly SkillTag[]): Promise<void> {
      const existing = new Set(await tags.distinct('_id'));
      const missing = catalogue.filter(({ slug }) => !existing.has(slug)).map(toDocument);
      if (missing.length === 0) return;
      await tags.insertMany(missing, { ordered: false }).catch((error: unknown) => {
        // Another instance was faster.
        if (duplicateKeyIndex(error) === null) throw error;
      });
    },

    async findBySlugs(slugs: readonly string[]): Promise<SkillTag[]> {
      return (await tags.find({ _id: { $in: [...slugs] } }).toArray()).map(toSkillTag);
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
  };
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
  };
}

function toSkillTag({ _id, labels, aliases }: SkillTagDocument): SkillTag {
  return { slug: _id, labels, aliases };
}
