import type { PassOnMatchRefusal, SnoozeMatchRefusal } from '../match.ts';
import type { ProposePlanRefusal, TickStepRefusal, UpdatePlanRefusal } from '../learning-plan.ts';
import type { Refusal } from '../refusal.ts';
import type { AddSkillRefusal, UpdateSkillRefusal } from '../skill.ts';
import type {
  CreateSkillTagRefusal,
  MergeSkillTagsRefusal,
  UpdateSkillTagRefusal,
} from '../skill-tag.ts';

const messages = {
  LABEL_REQUIRED: 'Say what it is: give a name or choose a subject.',
  TOO_LONG: 'This text is too long.',
  INVALID_TEXT: 'This text has characters that cannot be shown.',
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
  EMPTY: 'Write a title.',
  STEPS_OUT_OF_RANGE: 'A plan has 1 to 30 steps.',
  TOPIC_REQUIRED: 'Say which subject or skill the step is about.',
  UNKNOWN_SKILL: 'Neither of you has this skill.',
  UNKNOWN_SESSION: 'You two have finished no such session.',
  UNKNOWN_STEP: 'The plan has no such step.',
  NOT_ACQUAINTED: 'First find each other in a match, or meet in a session.',
  ALREADY_OPEN: 'You have a plan with this person already.',
  STALE_VERSION: 'The plan has changed meanwhile. Look at it again.',
  INVALID_STATE: 'This cannot be done with the plan as it is.',
} as const satisfies Record<
  | AddSkillRefusal
  | UpdateSkillRefusal
  | PassOnMatchRefusal
  | SnoozeMatchRefusal
  | CreateSkillTagRefusal
  | UpdateSkillTagRefusal
  | MergeSkillTagsRefusal
  | ProposePlanRefusal
  | UpdatePlanRefusal
  | TickStepRefusal,
  string
>;

/** Every code of a refusal. */
export type RefusalCode = keyof typeof messages;

/** A refusal as clients read it. */
export function userError<Code extends RefusalCode>({ refused, path }: Refusal<Code>) {
  return { code: refused, message: messages[refused], path };
}
