import type { Db, Document, Filter } from 'mongodb';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { Cell } from './person.ts';
import type { SessionMode, Skill, SkillLevel, SkillType } from './skill.ts';
import { toSkill, type SkillDocument } from './skill-document.ts';

/** What a search asks for; null leaves a condition out. */
export interface SkillSearch {
  readonly type: SkillType | null;
  readonly level: SkillLevel | null;
  /** Canonical, so it needs no escaping; includes its regional forms. */
  readonly language: string | null;
  readonly mode: SessionMode | null;
  readonly near: { readonly cell: Cell; readonly withinKm: number } | null;
  /** Owners whose skills the viewer does not find. */
  readonly withoutOwners: readonly string[];
}

/** A place in the list of the newest. */
export interface NewestKeyset {
  readonly createdAt: Date;
  readonly id: string;
}

/** A place in the list of the most relevant. */
export interface RelevanceKeyset {
  readonly relevance: number;
  readonly id: string;
}

/** A skill and how well its words fit the text. */
export interface RelevantSkill {
  readonly skill: Skill;
  readonly relevance: number;
}

/** Searches in the store. */
export type SkillSearchRepository = ReturnType<typeof createSkillSearchRepository>;

const earthRadiusKm = 6_378.1;

/** Opens the store for searches. Only skills of active people are found. */
export function createSkillSearchRepository(db: Db) {
  const skills = openCollection<SkillDocument>(db, 'skills', collections.skills);
  return {
    async listNewest(
      search: SkillSearch,
      { limit, after }: PageRequest<NewestKeyset>,
    ): Promise<Page<Skill>> {
      const rows = await skills
        .find({ ...toFilter(search), ...(after !== null && olderThan(after)) })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .toArray();
      return toPage(rows.map(toSkill), limit);
    },

    /** The words are plain: no operator of the store's text language may be among them. */
    async listMostRelevant(
      words: readonly string[],
      search: SkillSearch,
      { limit, after }: PageRequest<RelevanceKeyset>,
    ): Promise<Page<RelevantSkill>> {
      const rows = await skills
        .aggregate<SkillDocument & { relevance: number }>([
          { $match: { $text: { $search: words.join(' ') }, ...toFilter(search) } },
          { $set: { relevance: { $meta: 'textScore' } } },
          ...(after === null ? [] : [{ $match: lessRelevantThan(after) }]),
          { $sort: { relevance: -1, _id: -1 } },
          { $limit: limit + 1 },
        ])
        .toArray();
      const found = rows.map((row) => ({ skill: toSkill(row), relevance: row.relevance }));
      return toPage(found, limit);
    },
  };
}

function toFilter(search: SkillSearch): Filter<SkillDocument> {
  const { type, level, language, mode, near, withoutOwners } = search;
  return {
    listed: true,
    ...(type !== null && { type }),
    ...(level !== null && { level }),
    ...(language !== null && { languages: { $regex: `^${language}(-|$)` } }),
    ...(mode !== null && { modes: mode }),
    ...(near !== null && { place: { $geoWithin: { $centerSphere: circle(near) } } }),
    ...(withoutOwners.length > 0 && { userId: { $nin: [...withoutOwners] } }),
  };
}

function circle({ cell, withinKm }: NonNullable<SkillSearch['near']>) {
  return [[cell.longitude, cell.latitude], withinKm / earthRadiusKm];
}

function olderThan({ createdAt, id }: NewestKeyset): Filter<SkillDocument> {
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: id } }] };
}

function lessRelevantThan({ relevance, id }: RelevanceKeyset): Document {
  return { $or: [{ relevance: { $lt: relevance } }, { relevance, _id: { $lt: id } }] };
}
