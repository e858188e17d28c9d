import type { PassOnMatchRefusal, SnoozeMatchRefusal } from '../match.ts';
import type { Refusal } from '../refusal.ts';
import type { AddSkillRefusal, UpdateSkillRefusal } from '../skill.ts';
import type {
  CreateSkillTagRefusal,
  MergeSkillTagsRefusal,
  UpdateSkillTagRefusal,
} from '../skill-tag.ts';

const messages = {
  LABEL_REQUIRED: 'Say what it is: give a name or choose a subject.',
  TOO_LONG: 'The name has more than 80 characters.',
  INVALID_TEXT: 'The name has characters that cannot be shown.',
  UNKNOWN_TAG: 'There is no such subject in the catalogue.',
  INVALID_LANGUAGES: 'Give 1 to 10 languages as BCP 47 tags, such as "fr".',
  MODES_REQUIRED: 'Choose at least one way to meet.',
  DUPLICATE: 'You have this skill already.',
  TOO_MANY_SKILLS: 'You have as many skills as one person can have. Remove one first.',
  TOO_MANY_LEARN_SKILLS: 'You want to learn as much as one can without a membership.',
  NOT_FOUND: 'There is nothing of yours with this id.',
  ALREADY_MUTUAL: 'Both of you are interested already.',
  UNTIL_OUT_OF_RANGE: 'Choose a time within the next year.',
  INVALID_SLUG: 'Use up to 60 small letters, digits and single hyphens between them.',
  SLUG_TAKEN: 'Another subject has this slug, or had it before it was merged.',
  NAME_TAKEN: 'Another subject has one of these names.',
  TOO_MANY_ALIASES: 'A subject has at most 50 other names.',
  SAME_TAG: 'Choose two different subjects.',
} as const satisfies Record<
  | AddSkillRefusal
  | UpdateSkillRefusal
  | PassOnMatchRefusal
  | SnoozeMatchRefusal
  | CreateSkillTagRefusal
  | UpdateSkillTagRefusal
  | MergeSkillTagsRefusal,
  string
>;

/** Every code of a refusal. */
export type RefusalCode = keyof typeof messages;

/** A refusal as clients read it. */
export function userError<Code extends RefusalCode>({ refused, path }: Refusal<Code>) {
  return { code: refused, message: messages[refused], path };
}
