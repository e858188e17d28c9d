import { normaliseText, refuseText } from '@skillswap/kit/text';
import type { Refusal } from './refusal.ts';

/** How far a plan has come. Only a proposed one can be answered, and only an active one worked on. */
export type LearningPlanStatus = 'PROPOSED' | 'ACTIVE' | 'DECLINED' | 'ENDED';

/** The way that a mentor lays out for a learner. */
export interface LearningPlan {
  readonly id: string;
  readonly mentorId: string;
  readonly learnerId: string;
  readonly title: string;
  readonly note: string | null;
  readonly status: LearningPlanStatus;
  /** In the order in which they are meant. */
  readonly steps: readonly LearningStep[];
  /** Grows with every change. */
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** One step of it: something of a subject of the catalogue, of a skill, or both. */
export interface LearningStep {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly tagSlug: string | null;
  readonly skillId: string | null;
  /** A finished session of the two in which the step was worked on. */
  readonly sessionId: string | null;
  /** When the learner ticked it. */
  readonly doneAt: Date | null;
}

/** A step as a mentor writes it; with an id it is one that the plan has already. */
export interface WrittenStep {
  readonly id?: string | null | undefined;
  readonly title: string;
  readonly note?: string | null | undefined;
  readonly tagSlug?: string | null | undefined;
  readonly skillId?: string | null | undefined;
  readonly sessionId?: string | null | undefined;
}

/** What a mentor writes. */
export interface WrittenPlan {
  readonly title: string;
  readonly note?: string | null | undefined;
  readonly steps: readonly WrittenStep[];
}

/** Why what a mentor writes is refused. */
export type WritePlanRefusal =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'STEPS_OUT_OF_RANGE'
  | 'TOPIC_REQUIRED'
  | 'UNKNOWN_TAG'
  | 'UNKNOWN_SKILL'
  | 'UNKNOWN_SESSION'
  | 'UNKNOWN_STEP';

/** Why a plan is not proposed. */
export type ProposePlanRefusal = WritePlanRefusal | 'NOT_FOUND' | 'NOT_ACQUAINTED' | 'ALREADY_OPEN';

/** Why a plan that there is is not changed. */
export type ChangePlanRefusal = 'NOT_FOUND' | 'STALE_VERSION' | 'INVALID_STATE';

/** Why a mentor's changes are refused. */
export type UpdatePlanRefusal = ChangePlanRefusal | WritePlanRefusal;

/** Why a step is not ticked. */
export type TickStepRefusal = ChangePlanRefusal | 'UNKNOWN_STEP';

const titleMaximum = 120;
const noteMaximum = 1_000;
const mostSteps = 30;

/** Judges what can be judged without the store; null when there is nothing against it. */
export function refusePlan({ title, note, steps }: WrittenPlan): Refusal<WritePlanRefusal> | null {
  if (steps.length < 1 || steps.length > mostSteps) {
    return { refused: 'STEPS_OUT_OF_RANGE', path: ['steps'] };
  }
  const refused = [
    ...refusedTexts(title, note, []),
    ...steps.flatMap((step, at) => refuseStep(step, ['steps', String(at)])),
  ];
  return refused[0] ?? null;
}

function refuseStep(step: WrittenStep, path: readonly string[]): Refusal<WritePlanRefusal>[] {
  const texts = refusedTexts(step.title, step.note, path);
  const hasTopic = step.tagSlug != null || step.skillId != null;
  return hasTopic ? texts : [...texts, { refused: 'TOPIC_REQUIRED', path: [...path, 'tagSlug'] }];
}

function refusedTexts(
  title: string,
  note: string | null | undefined,
  path: readonly string[],
): Refusal<WritePlanRefusal>[] {
  const [ofTitle, ofNote] = [refuseText(title, titleMaximum), refuseText(note ?? '', noteMaximum)];
  return [
    ...(ofTitle === null ? [] : [{ refused: ofTitle, path: [...path, 'title'] }]),
    ...(ofNote === null || ofNote === 'EMPTY'
      ? []
      : [{ refused: ofNote, path: [...path, 'note'] }]),
  ];
}

/** A note as it is stored. */
export function toNote(note: string | null | undefined): string | null {
  const text = normaliseText(note ?? '');
  return text === '' ? null : text;
}
