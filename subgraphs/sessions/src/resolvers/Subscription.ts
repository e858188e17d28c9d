import { decodeCursor } from '@skillswap/kit/connection';
import { badUserInput } from '@skillswap/kit/errors';
import { requireMember } from '@skillswap/kit/viewer';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';
import { followOwnSessions, followSession } from '../session-stream.ts';
import type { Session } from '../session.ts';
import { updateCursorKind } from './Session.ts';

export const Subscription: SubscriptionResolvers = {
  sessionUpdated: {
    subscribe: (_parent, { sessionId, afterVersion }, { viewer, streaming }) => {
      const member = requireMember(viewer);
      return followSession(streaming, member, sessionId, afterVersion ?? null);
    },
    resolve: (session: Session) => session,
  },
  mySessionUpdates: {
    subscribe: (_parent, { afterCursor }, { viewer, streaming }) => {
      const seq = afterCursor == null ? null : readSeq(afterCursor);
      return followOwnSessions(streaming, requireMember(viewer), seq);
    },
    resolve: (session: Session) => session,
  },
};

function readSeq(afterCursor: string): number {
  const [seq] = decodeCursor(updateCursorKind, 1, afterCursor);
  if (typeof seq === 'number') return seq;
  throw badUserInput('The cursor does not belong to this list.', ['afterCursor']);
}
