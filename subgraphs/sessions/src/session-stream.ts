import { badUserInput } from '@skillswap/kit/errors';
import { liveSequence, type LiveSequenceOptions } from '@skillswap/kit/live';
import { hasScope, type Member } from '@skillswap/kit/viewer';
import { isParticipant, type Session } from './session.ts';
import type { Stores } from './stores.ts';

/** What subscriptions need. */
export interface Streaming {
  readonly stores: Stores;
  readonly pubsub: LiveSequenceOptions<Session, number>['pubsub'];
  /** Where a person is told that their log has grown. */
  readonly channelOf: (userId: string) => string;
}

/** The versions of one session, for those who see it, from a version on or from now on. */
export async function followSession(
  { stores, pubsub, channelOf }: Streaming,
  viewer: Member,
  sessionId: string,
  afterVersion: number | null,
): Promise<AsyncIterableIterator<Session>> {
  const findVisible = async () => {
    const [session] = await stores.sessions.findByIds([sessionId]);
    await requireActive(stores, viewer);
    if (session !== undefined && canSee(session, viewer)) return session;
    throw badUserInput('There is no such session.', ['sessionId']);
  };
  const session = await findVisible();
  // Either participant's log has every version; an administrator reads the teacher's.
  const userId = isParticipant(session, viewer.id) ? viewer.id : session.teacherId;
  return liveSequence<Session, number>({
    pubsub,
    channels: [channelOf(userId)],
    start: async () => afterVersion ?? (await findVisible()).version,
    read: async (version) => {
      await findVisible();
      return stores.updates.readVersions(userId, sessionId, version);
    },
  });
}

/** The versions of all of a person's sessions, from a place in their log on or from now on. */
export function followOwnSessions(
  { stores, pubsub, channelOf }: Streaming,
  viewer: Member,
  afterSeq: number | null,
): AsyncIterableIterator<Session> {
  return liveSequence<Session, number>({
    pubsub,
    channels: [channelOf(viewer.id)],
    start: async () => afterSeq ?? (await stores.updates.findHead(viewer.id)),
    read: async (seq) => {
      await requireActive(stores, viewer);
      return stores.updates.readAfter(viewer.id, seq);
    },
  });
}

/**
 * True for participants and administrators, and for moderators once there has been a dispute; for all
 * others the session does not exist.
 */
export function canSee(session: Session, viewer: Member): boolean {
  if (isParticipant(session, viewer.id) || hasScope(viewer, 'admin')) return true;
  return session.dispute !== null && hasScope(viewer, 'moderation');
}

async function requireActive(stores: Stores, viewer: Member): Promise<void> {
  const [person] = await stores.people.findByIds([viewer.id]);
  if (person?.isActive === false) throw badUserInput('This subscription has ended.');
}
