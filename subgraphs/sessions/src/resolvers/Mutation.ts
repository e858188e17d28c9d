import { requireMember } from '@skillswap/kit/viewer';
import { agreeToSession } from '../agree-to-session.ts';
import { createCalendarFeed } from '../calendar-feed.ts';
import {
  addAvailabilityException,
  removeAvailabilityException,
  setAvailability,
} from '../change-availability.ts';
import { changeSession } from '../change-session.ts';
import { decideOutcome } from '../decide-outcome.ts';
import type { MutationResolvers, SwapSessionInput } from '../generated/resolvers.ts';
import { holdSlot, releaseSlot } from '../hold-slot.ts';
import { offerTime } from '../offer-time.ts';
import { proposeSeries, proposeSwap, type SwapHalf } from '../propose-group.ts';
import { proposeSession } from '../propose-session.ts';
import { requireModerator } from '../require-moderator.ts';
import {
  availabilityErrors,
  refusalFields,
  sessionError,
  sessionPayload,
  sessionsPayload,
} from '../user-errors.ts';

export const Mutation: MutationResolvers = {
  async setAvailability(_parent, { input }, { viewer, booking }) {
    const { id } = requireMember(viewer);
    const { availability, refusals } = await setAvailability(booking, id, input);
    return { availability, userErrors: availabilityErrors(refusals) };
  },

  async addAvailabilityException(_parent, { input }, { viewer, booking }) {
    const { id } = requireMember(viewer);
    const { availability, refusals } = await addAvailabilityException(booking, id, input);
    return { availability, userErrors: availabilityErrors(refusals) };
  },

  async removeAvailabilityException(_parent, { input }, { viewer, booking }) {
    const { id } = requireMember(viewer);
    const { exceptionId } = input;
    const { availability, refusals } = await removeAvailabilityException(booking, id, exceptionId);
    return { availability, userErrors: availabilityErrors(refusals) };
  },

  proposeSession: async (_parent, { input }, { viewer, booking }) =>
    sessionPayload(
      await proposeSession(booking, requireMember(viewer).id, {
        ...meeting(input),
        idempotencyKey: input.idempotencyKey,
        learnerId: input.learnerId ?? null,
      }),
    ),

  proposeSeries: async (_parent, { input }, { viewer, booking }) =>
    sessionsPayload(
      await proposeSeries(booking, requireMember(viewer).id, {
        ...meeting(input),
        idempotencyKey: input.idempotencyKey,
        learnerId: input.learnerId ?? null,
        weeks: input.weeks,
        timeZone: input.timeZone ?? null,
      }),
    ),

  proposeSwap: async (_parent, { input }, { viewer, booking }) =>
    sessionsPayload(
      await proposeSwap(booking, requireMember(viewer).id, {
        idempotencyKey: input.idempotencyKey,
        teach: meeting(input.teach),
        learn: meeting(input.learn),
      }),
    ),

  async holdSlot(_parent, { input }, { viewer, booking }) {
    const outcome = await holdSlot(booking, requireMember(viewer).id, input);
    return { hold: outcome.done, ...refusalFields(outcome) };
  },

  async releaseSlot(_parent, { input: { holdId } }, { viewer, booking }) {
    const isReleased = await releaseSlot(booking, requireMember(viewer).id, holdId);
    if (isReleased) return { releasedHoldId: holdId, userErrors: [] };
    const refusal = { code: 'NOT_FOUND', path: ['holdId'] } as const;
    return { releasedHoldId: null, userErrors: [sessionError(refusal)] };
  },

  async createCalendarFeed(_parent, _args, { viewer, booking, appUrl }) {
    const { id } = requireMember(viewer);
    return { url: await createCalendarFeed(booking, id, { appUrl }), userErrors: [] };
  },

  async revokeCalendarFeed(_parent, _args, { viewer, booking }) {
    const { id } = requireMember(viewer);
    return { revoked: await booking.stores.calendarFeeds.remove(id), userErrors: [] };
  },

  confirmSession: async (_parent, { input }, { viewer, booking }) =>
    sessionPayload(await agreeToSession(booking, requireMember(viewer).id, 'confirm', input)),

  async counterProposeSession(_parent, { input }, { viewer, booking }) {
    const { sessionId, expectedVersion, startAt, endAt } = input;
    const request = { sessionId, expectedVersion, times: { startAt, endAt } };
    return sessionPayload(await offerTime(booking, requireMember(viewer).id, 'counter', request));
  },

  declineSession: async (_parent, { input }, { viewer, booking }) =>
    sessionPayload(await changeSession(booking, requireMember(viewer).id, 'decline', input)),

  cancelSession: async (_parent, { input }, { viewer, booking }) =>
    sessionPayload(await changeSession(booking, requireMember(viewer).id, 'cancel', input)),

  async requestReschedule(_parent, { input }, { viewer, booking }) {
    const { startAt, endAt, ...rest } = input;
    const request = { ...rest, times: { startAt, endAt } };
    return sessionPayload(
      await offerTime(booking, requireMember(viewer).id, 'requestReschedule', request),
    );
  },

  async respondToReschedule(_parent, { input: { accept, ...request } }, { viewer, booking }) {
    const { id } = requireMember(viewer);
    return sessionPayload(
      accept
        ? await agreeToSession(booking, id, 'acceptReschedule', request)
        : await changeSession(booking, id, 'declineReschedule', request),
    );
  },

  markSessionDone: async (_parent, { input }, { viewer, booking }) =>
    sessionPayload(await changeSession(booking, requireMember(viewer).id, 'markDone', input)),

  reportNoShow: async (_parent, { input }, { viewer, booking }) =>
    sessionPayload(await changeSession(booking, requireMember(viewer).id, 'reportNoShow', input)),

  contestOutcome: async (_parent, { input }, { viewer, booking }) =>
    sessionPayload(await changeSession(booking, requireMember(viewer).id, 'contest', input)),

  decideSessionOutcome: async (_parent, { input }, { viewer, booking }) =>
    sessionPayload(await decideOutcome(booking, requireModerator(viewer).id, input)),
};

/** What every input that proposes a session says of it. */
function meeting(input: SwapSessionInput): SwapHalf {
  const { skillId, startAt, endAt, mode, videoUrl, place, translatedChat } = input;
  return {
    ...{ skillId, startAt, endAt, mode, videoUrl: videoUrl ?? null, place: place ?? null },
    translatedChat: translatedChat ?? false,
  };
}
