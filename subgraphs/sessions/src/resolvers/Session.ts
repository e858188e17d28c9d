import { encodeCursor } from '@skillswap/kit/connection';
import type { Member, Viewer } from '@skillswap/kit/viewer';
import type { SessionResolvers } from '../generated/resolvers.ts';
import { contestableUntil, refuseDeed, type PersonalAction } from '../session-change.ts';
import { canSee } from '../session-stream.ts';
import { isParticipant, visiblePlace, type Session as SessionRecord } from '../session.ts';

/** Keeps cursors of session updates apart from those of other lists. */
export const updateCursorKind = 'sessionUpdates';

export const Session: SessionResolvers = {
  async __resolveReference({ id }, { viewer, loaders }) {
    if (viewer.kind !== 'member') return null;
    const session = await loaders.sessionById.load(id);
    return session !== null && canSee(session, viewer) ? session : null;
  },

  teacher: ({ teacherId }) => ({ id: teacherId }),
  learner: ({ learnerId }) => ({ id: learnerId }),
  createdBy: ({ createdById }) => ({ id: createdById }),
  offeredBy: ({ offeredById }) => ({ id: offeredById }),
  skill: ({ skillId }) => ({ id: skillId }),
  absentees: ({ absentIds }) => absentIds.map((id) => ({ id })),

  async group(session, _args, { viewer, loaders }) {
    if (session.group === null || viewer.kind !== 'member') return null;
    const { id, kind } = session.group;
    const sessions = await loaders.sessionsByGroup.load(id);
    return { id, kind, sessions: sessions.filter((each) => canSee(each, viewer)) };
  },

  videoUrl: (session, _args, { viewer }) =>
    participant(session, viewer) === null ? null : session.videoUrl,
  place: (session, _args, { viewer }) =>
    visiblePlace(session, viewer.kind === 'member' ? viewer.id : null),

  viewerCanConfirm: (session, _args, { viewer, now }) => can(session, viewer, 'confirm', now()),
  viewerCanCancel: (session, _args, { viewer, now }) => can(session, viewer, 'cancel', now()),

  viewerCanContest: (session, _args, { viewer, now }) => can(session, viewer, 'contest', now()),
  contestableUntil,

  async updateCursor(session, _args, { viewer, loaders }) {
    if (participant(session, viewer) === null) return null;
    const seq = await loaders.seqByVersion.load(session);
    return seq === null ? null : encodeCursor(updateCursorKind, [seq]);
  },
};

function participant(session: SessionRecord, viewer: Viewer): Member | null {
  return viewer.kind === 'member' && isParticipant(session, viewer.id) ? viewer : null;
}

function can(session: SessionRecord, viewer: Viewer, action: PersonalAction, now: Date): boolean {
  const member = participant(session, viewer);
  return member !== null && refuseDeed(session, { actorId: member.id, action, now }) === null;
}
