import type { Db, Document } from 'mongodb';
import { createSkillSearchRepository, type SkillSearch } from '../src/skill-search-repository.ts';
import { indexesOf, measure, type Comparison } from './measure.ts';

const anything: SkillSearch = {
  type: 'TEACH',
  level: null,
  language: 'fr',
  mode: null,
  near: null,
  withoutOwners: [],
};
const filter = { listed: true, type: 'TEACH', languages: { $regex: '^fr(-|$)' } };
const page = { limit: 20, after: null };
const kilometres = 25;
const cell = { latitude: 46.5, longitude: 2 };
const circle = [[cell.longitude, cell.latitude], kilometres / 6_378.1];
const nearby = { ...filter, place: { $geoWithin: { $centerSphere: circle } } };

/** Searches by filters, by words and by distance. */
export async function compareSearches(db: Db, members: number): Promise<Comparison[]> {
  const search = createSkillSearchRepository(db);
  const skills = db.collection('skills');
  const newest = (conditions: Document) =>
    skills.find(conditions).sort({ createdAt: -1, _id: -1 }).limit(21);
  const topics = Math.ceil(members / 500);
  const words = (round: number) => [`topic${String(round % topics)}`];
  const text = (round: number) =>
    skills.aggregate([
      { $match: { $text: { $search: words(round).join(' ') }, ...filter } },
      { $set: { relevance: { $meta: 'textScore' } } },
      { $sort: { relevance: -1, _id: -1 } },
      { $limit: 21 },
    ]);
  const near = { ...anything, near: { cell, withinKm: kilometres } };
  return [
    {
      title: '`searchSkills`, type and language, newest first',
      ours: await measure(() => search.listNewest(anything, page)),
      bare: await measure(() => newest(filter).toArray()),
      indexes: indexesOf(await newest(filter).explain()),
    },
    {
      title: '`searchSkills`, a text with type and language',
      ours: await measure((round) => search.listMostRelevant(words(round), anything, page)),
      bare: await measure((round) => text(round).toArray()),
      indexes: indexesOf(await text(0).explain()),
    },
    {
      title: `\`searchSkills\`, within ${String(kilometres)} km`,
      ours: await measure(() => search.listNewest(near, page)),
      bare: await measure(() => newest(nearby).toArray()),
      indexes: indexesOf(await newest(nearby).explain()),
    },
  ];
}
