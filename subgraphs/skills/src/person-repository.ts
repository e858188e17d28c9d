import type { ClientSession, Db } from 'mongodb';
import { openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import {
  unknownPerson,
  type Cell,
  type Person,
  type PersonState,
  type Reputation,
} from './person.ts';
import type { WeeklyAvailability } from './weekly-overlap.ts';

/** The parts of a person that other subgraphs tell of, each with the version it was told at. */
export interface PersonFacets {
  profile: { languages: readonly string[]; preferredLanguage: string | null };
  location: { cell: Cell | null };
  state: { value: PersonState };
  availability: WeeklyAvailability;
  reputation: Reputation;
  entitlements: { names: readonly string[] };
}

type PersonDocument = {
  [Facet in keyof PersonFacets]?: PersonFacets[Facet] & { version: number };
} & { _id: string; skillCount?: number; paused?: boolean };

/** People as matching knows them. */
export type PersonRepository = ReturnType<typeof createPersonRepository>;

/** Opens the projection of people. */
export function createPersonRepository(db: Db) {
  const people = openCollection<PersonDocument>(db, 'people', collections.people);
  return {
    async findByIds(ids: readonly string[]): Promise<Person[]> {
      return (await people.find({ _id: { $in: [...ids] } }).toArray()).map(toPerson);
    },

    /** Those of these people who are active; without languages, which no comparison needs. */
    async findActive(ids: readonly string[]): Promise<Person[]> {
      const rows = await people
        .find({ _id: { $in: [...ids] }, 'state.value': 'ACTIVE' })
        .project<PersonDocument>({ profile: 0, skillCount: 0 })
        .toArray();
      return rows.map(toPerson);
    },

    /**
     * Takes over one facet unless a newer version is there, and returns the person as it is then.
     * Events may come twice and in any order.
     */
    async tell<Facet extends keyof PersonFacets>(
      session: ClientSession,
      userId: string,
      facet: Facet,
      version: number,
      value: PersonFacets[Facet],
    ): Promise<Person> {
      const newer = { $lt: [{ $ifNull: [`$${facet}.version`, -1] }, version] };
      // Literal, because names that begin with a dollar sign are an expression otherwise.
      const told = { $literal: { ...value, version } };
      const row = await people.findOneAndUpdate(
        { _id: userId },
        [{ $set: { [facet]: { $cond: [newer, told, `$${facet}`] } } }],
        { session, upsert: true, returnDocument: 'after' },
      );
      return row === null ? unknownPerson(userId) : toPerson(row);
    },

    /**
     * Counts one more skill unless the person has `maximum`, and returns the person; null when
     * the shelf is full. It writes to the person in any case, so that what is told of a person
     * and a new skill of theirs never pass each other unseen.
     */
    async countSkill(session: ClientSession, userId: string, maximum: number) {
      const count = { $ifNull: ['$skillCount', 0] };
      const before = await people.findOneAndUpdate(
        { _id: userId },
        [{ $set: { skillCount: { $min: [{ $add: [count, 1] }, maximum] } } }],
        { session, upsert: true, returnDocument: 'before' },
      );
      if (before === null) return unknownPerson(userId);
      return (before.skillCount ?? 0) < maximum ? toPerson(before) : null;
    },

    /** True when a membership lets the person do what is not free. */
    async isEntitled(session: ClientSession, userId: string, name: string): Promise<boolean> {
      const entitled = { _id: userId, 'entitlements.names': name };
      return (await people.findOne(entitled, { session, projection: { _id: 1 } })) !== null;
    },

    /** Takes the person out of search and matches or back into them, and returns the person then. */
    async setPaused(session: ClientSession, userId: string, paused: boolean): Promise<Person> {
      const row = await people.findOneAndUpdate(
        { _id: userId },
        { $set: { paused } },
        { session, upsert: true, returnDocument: 'after' },
      );
      return row === null ? unknownPerson(userId) : toPerson(row);
    },

    /** Counts one skill less. */
    async uncountSkill(session: ClientSession, userId: string): Promise<void> {
      await people.updateOne({ _id: userId }, { $inc: { skillCount: -1 } }, { session });
    },
  };
}

function toPerson(document: PersonDocument): Person {
  const { _id, state, profile, location, availability, reputation, paused } = document;
  return {
    id: _id,
    state: state?.value ?? null,
    languages: profile?.languages ?? [],
    preferredLanguage: profile?.preferredLanguage ?? null,
    cell: location?.cell ?? null,
    availability: availability ?? null,
    reputation: reputation ?? null,
    paused: paused ?? false,
  };
}
