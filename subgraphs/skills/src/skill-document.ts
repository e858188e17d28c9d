import { isOnOffer, type Cell, type Person } from './person.ts';
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
  createdAt: Date;
  endorsements?: number;
  /** What the text index reads. */
  searchLabel: string;
  searchNames: string;
  /** Copied from the owner, so that a search asks one collection: the account is active. */
  visible: boolean;
  /** Search and matches lead to it. */
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
    createdAt: skill.createdAt,
    endorsements: skill.endorsements,
    searchLabel: skill.label,
    searchNames: tag === null ? '' : tagNames(tag).join(' '),
    visible: owner.state === 'ACTIVE',
    listed: isOnOffer(owner),
    ...(owner.cell !== null && { place: toPoint(owner.cell) }),
  };
}

/** The skill in a stored row. */
export function toSkill(document: SkillDocument): Skill {
  const { _id, userId, type, label, tagSlug, topics, level, languages, modes } = document;
  const { createdAt, endorsements = 0 } = document;
  return {
    ...{ id: _id, userId, type, label, tagSlug, topics, level, languages, modes },
    ...{ createdAt, endorsements },
  };
}
