import { createHash } from 'node:crypto';
import { normaliseText, refuseText } from '@skillswap/kit/text';
import type { SessionGroupKind } from './session-group.ts';
import type { Place, SessionMode } from './session.ts';
import type { SessionRefusal } from './session-refusal.ts';
import type { Span } from './span.ts';

const minute = 60_000;
const day = 1_440 * minute;

/** A session is at least this long and at most that long. */
export const durationRange = { least: 5, most: 720 } as const;
/** How far ahead sessions are made. */
export const horizonDays = 366;
/** How long a proposal waits for an answer. */
const answerWithin = 7 * day;
/** A learner's time credits may not fall below this by a proposal. */
export const creditLimitMinutes = -600;

/** To how many strangers a person may propose in a day. */
export const strangersADay = 20;

/** A proposal as it was typed. */
export interface Proposal {
  readonly idempotencyKey: string;
  readonly skillId: string;
  readonly learnerId: string | null;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly mode: SessionMode;
  readonly videoUrl: string | null;
  readonly place: Place | null;
  readonly translatedChat: boolean;
}

/** When a session is to be. */
export interface Times {
  readonly startAt: Date;
  readonly endAt: Date;
}

/** From when to when. */
export function spanOf({ startAt, endAt }: Times): Span {
  return { start: startAt.getTime(), end: endAt.getTime() };
}

/** Why a proposal is not usable whenever it is made; null when it is. */
export function refuseProposal(proposal: Proposal): SessionRefusal | null {
  const { idempotencyKey, videoUrl, place } = proposal;
  if (refuseText(idempotencyKey, 200) !== null) return invalid('idempotencyKey');
  const misfit = refuseDuration(proposal);
  if (misfit !== null) return misfit;
  if (videoUrl !== null && !isHttps(videoUrl)) return invalid('videoUrl');
  if (place !== null && refuseText(place.label, 200) !== null) return invalid('place', 'label');
  if (place !== null && Math.abs(place.latitude) > 90) return invalid('place', 'latitude');
  if (place !== null && Math.abs(place.longitude) > 180) return invalid('place', 'longitude');
  return refuseMeetingPoint(proposal);
}

/** A session is either remote or at a place, never both. */
function refuseMeetingPoint({ mode, videoUrl, place }: Proposal): SessionRefusal | null {
  if (mode === 'REMOTE') return place === null ? null : invalid('place');
  if (videoUrl !== null) return invalid('videoUrl');
  return place === null ? invalid('place') : null;
}

/** Why no session has this length; null when one can. */
export function refuseDuration({ startAt, endAt }: Times): SessionRefusal | null {
  const minutes = (endAt.getTime() - startAt.getTime()) / minute;
  return minutes < durationRange.least || minutes > durationRange.most ? invalid('endAt') : null;
}

/** Why a proposal comes at the wrong time. */
export function refuseTime({ startAt }: Pick<Times, 'startAt'>, now: Date): SessionRefusal | null {
  if (startAt <= now) return { code: 'IN_THE_PAST', path: ['startAt'] };
  return startAt.getTime() > now.getTime() + horizonDays * day ? invalid('startAt') : null;
}

/** When a proposal ends without an answer. */
export function proposalExpiry(startAt: Date, now: Date): Date {
  return new Date(Math.min(startAt.getTime(), now.getTime() + answerWithin));
}

/** One proposal, or several that are answered together. */
export interface Offer {
  readonly idempotencyKey: string;
  /** Null for a single one. */
  readonly kind: SessionGroupKind | null;
  readonly proposals: readonly Proposal[];
  /** Where the input has a field of the proposal at this place. */
  readonly pathOf: (at: number, path: readonly string[]) => readonly string[];
}

/** Recognises the same offer when it comes again. */
export function offerFingerprint({ kind, proposals }: Offer): string {
  const contents = proposals.map((proposal) => ({ ...proposal, idempotencyKey: undefined }));
  const content = kind === null ? contents[0] : { kind, contents };
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** The proposal as it is kept. */
export function normaliseProposal(proposal: Proposal): Proposal {
  const { place } = proposal;
  return place === null
    ? proposal
    : { ...proposal, place: { ...place, label: normaliseText(place.label) } };
}

function isHttps(text: string): boolean {
  if (text.length > 2_048 || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}

function invalid(...path: readonly string[]): SessionRefusal {
  return { code: 'INVALID_INPUT', path };
}
