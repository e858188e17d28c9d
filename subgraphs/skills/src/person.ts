import { createHash } from 'node:crypto';
import type { WeeklyAvailability } from './weekly-overlap.ts';

/** A place as coarse as the graph shows it. */
export interface Cell {
  readonly latitude: number;
  readonly longitude: number;
}

/** The state of an account. */
export const personStates = ['ACTIVE', 'SUSPENDED', 'BANNED', 'DELETED'] as const;
/** One of {@link personStates}. */
export type PersonState = (typeof personStates)[number];

/** What matching knows of a person, from what other parts of the product have told. */
export interface Person {
  readonly id: string;
  /** Null until the account is known here. */
  readonly state: PersonState | null;
  readonly languages: readonly string[];
  readonly preferredLanguage: string | null;
  readonly cell: Cell | null;
  /** Null without a plan: such a person is always free. */
  readonly availability: WeeklyAvailability | null;
  readonly reputation: Reputation | null;
  /** True while the person wants to be suggested to nobody; said here, by the person. */
  readonly paused: boolean;
}

/** What others have said of a person, 1 to 5. */
export interface Reputation {
  readonly score: number;
  readonly count: number;
}

/** A person of whom nothing is known here. */
export function unknownPerson(id: string): Person {
  return {
    id,
    state: null,
    languages: [],
    preferredLanguage: null,
    cell: null,
    availability: null,
    reputation: null,
    paused: false,
  };
}

/** How many places there are on the circle of {@link placeOnCircle}. */
export const circleSize = 65_536;

/**
 * A person's lasting place on a circle, by chance of their id. Of a crowd everybody looks at those
 * who follow their own place, so that each of the crowd is looked at by somebody.
 */
export function placeOnCircle(userId: string): number {
  return createHash('sha256').update(userId).digest().readUInt16BE(0);
}

/** True when others may be led to the person by search and matches. */
export function isOnOffer({ state, paused }: Person): boolean {
  return state === 'ACTIVE' && !paused;
}

const earthRadiusKm = 6_371;

/** The distance between two cells in kilometres, along the surface. */
export function distanceKm(a: Cell, b: Cell): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const latitude = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const longitude = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const cosines = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(latitude + cosines * longitude)));
}
