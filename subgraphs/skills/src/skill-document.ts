import { isOnOffer, placeOnCircle, type Cell, type Person } from './person.ts';
import { sidesOf, type SessionMode, type Skill, type SkillLevel, type SkillType } from './skill.ts';
import { tagNames, type SkillTag } from './skill-tag.ts';

/** A skill as the store keeps it. */
export interface SkillDocument {
  _id: string;
  userId: string;
  type: SkillType;
  label: string;
  tagSlug: string | null;
  topics: string[];
  /** The topics with the skill's type, so that one index answers who teaches and who learns. */
  sides: string[];
  level: SkillLevel;
  languages: string[];
  modes: SessionMode[];
  /** The owner's place on the circle. */
  circle?: number;
  createdAt: Date;
  confirmedAt?: Date;
  nudgedAt?: Date | null;
  hiddenAt?: Date | null;
  endorsements?: number;
  /** What the text index reads. */
  searchLabel: string;
  searchNames: string;
  /** Copied from the owner, so that a search asks one collection: the account is active. */
  visible: boolean;
  /** Copied from the owner: search and matches may lead to their skills. */
  offered: boolean;
  /** Search and matches lead to this one: it is offered and not hidden. */
  listed: boolean;
  /** Where the owner is. */
  place?: Point;
}

/** GeoJSON. */
export interface Point {
  type: 'Point';
  coordinates: [longitude: number, latitude: number];
}

/** A cell as the store's geometry has it. */
export function toPoint({ longitude, latitude }: Cell): Point {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

/** What the store keeps of a new skill of this owner. */
export function toSkillDocument(skill: Skill, tag: SkillTag | null, owner: Person): SkillDocument {
  return {
    _id: skill.id,
    userId: skill.userId,
    type: skill.type,
    label: skill.label,
    tagSlug: skill.tagSlug,
    topics: [...skill.topics],
    sides: sidesOf(skill),
    level: skill.level,
    languages: [...skill.languages],
    modes: [...skill.modes],
    circle: placeOnCircle(skill.userId),
    createdAt: skill.createdAt,
    confirmedAt: skill.confirmedAt,
    nudgedAt: null,
    hiddenAt: skill.hiddenAt,
    endorsements: skill.endorsements,
    searchLabel: skill.label,
    searchNames: tag === null ? '' : tagNames(tag).join(' '),
    visible: owner.state === 'ACTIVE',
    offered: isOnOffer(owner),
    listed: isOnOffer(owner) && skill.hiddenAt === null,
    ...(owner.cell !== null && { place: toPoint(owner.cell) }),
  };
}

/** The skill in a stored row. */
export function toSkill(document: SkillDocument): Skill {
  const { _id, userId, type, label, tagSlug, topics, level, languages, modes } = document;
  const { createdAt, confirmedAt = createdAt, hiddenAt = null, endorsements = 0 } = document;
  return {
    ...{ id: _id, userId, type, label, tagSlug, topics, level, languages, modes },
    ...{ createdAt, confirmedAt, hiddenAt, endorsements },
  };
}
