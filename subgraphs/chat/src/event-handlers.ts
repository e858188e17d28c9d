import type { Clock } from '@skillswap/kit/clock';
import type { EventHandlers } from '@skillswap/kit/inbox';
import { newId } from '@skillswap/kit/id';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { DomainEvent } from '@skillswap/kit/outbox';
import { z } from 'zod';
import type { BlockRepository } from './block-repository.ts';
import type { ConversationLog } from './conversation-log.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import type { ConversationSequence } from './conversation-sequence.ts';
import { noticeMessage } from './message.ts';
import type { NoticeKind } from './notice.ts';
import type { ReaderRepository } from './reader-repository.ts';

/** What the handlers change. */
export interface Listening {
  readonly conversations: ConversationRepository;
  readonly conversationLog: ConversationLog;
  readonly sequence: ConversationSequence;
  readonly readers: ReaderRepository;
  readonly blocks: BlockRepository;
  readonly clock: Clock;
}

type Handler = (tx: MongoTransaction, event: DomainEvent) => Promise<void>;

const matchMade = z.object({ userIds: z.tuple([z.string(), z.string()]) });
const sessionProposed = z.object({
  sessionId: z.string(),
  teacherId: z.string(),
  learnerId: z.string(),
});
const sessionChanged = sessionProposed.extend({
  version: z.number(),
  startAt: z.coerce.date(),
});
const blockedPair = z.object({ blockerId: z.string(), blockedId: z.string() });
const personChanged = z.object({
  userId: z.string(),
  version: z.number().default(0),
  preferredLanguage: z.string().nullable().default(null),
  timeZone: z.string(),
});

/** What happens elsewhere and is told here. */
export function createEventHandlers(listening: Listening): EventHandlers<MongoTransaction> {
  const { conversations, readers, clock } = listening;
  const learn: Handler = async (tx, { payload }) => {
    const { userId, version, preferredLanguage, timeZone } = personChanged.parse(payload);
    await readers.learn(tx, { userId, language: preferredLanguage, timeZone }, version);
  };
  const learnBlock =
    (isActive: boolean): Handler =>
    (tx, { payload, at }) =>
      listening.blocks.learn(tx, blockedPair.parse(payload), isActive, at);
  return {
    'user.blocked': learnBlock(true),
    'user.unblocked': learnBlock(false),
    'user.registered': learn,
    'user.profileChanged': learn,
    'match.made': async (tx, { payload }) => {
      const { userIds } = matchMade.parse(payload);
      await conversations.open(tx, { kind: 'DIRECT', memberIds: userIds }, clock.now());
    },
    'session.proposed': async (tx, { payload }) => {
      await openForSession(listening, tx, sessionProposed.parse(payload));
    },
    'session.confirmed': announce(listening, 'SESSION_CONFIRMED'),
    'session.declined': announce(listening, 'SESSION_DECLINED'),
    'session.expired': announce(listening, 'SESSION_EXPIRED'),
    'session.cancelled': announce(listening, 'SESSION_CANCELLED'),
    'session.rescheduled': announce(listening, 'SESSION_RESCHEDULED'),
    'session.done': announce(listening, 'SESSION_DONE'),
    'session.noShow': announce(listening, 'SESSION_NO_SHOW'),
  };
}

async function openForSession(
  { conversations, clock }: Listening,
  tx: MongoTransaction,
  { sessionId, teacherId, learnerId }: z.infer<typeof sessionProposed>,
) {
  const memberIds = [teacherId, learnerId] as const;
  await conversations.open(tx, { kind: 'SESSION', sessionId, memberIds }, clock.now());
}

/** Appends a notice; one that comes again or after a later change of the session is left out. */
function announce(listening: Listening, kind: NoticeKind): Handler {
  const { sequence, conversationLog, clock } = listening;
  return async (tx, { payload }) => {
    const session = sessionChanged.parse(payload);
    await openForSession(listening, tx, session);
    const now = clock.now();
    const place = await sequence.takeForNotice(tx, session, now);
    if (place === null) return;
    const clientMessageId = `${session.sessionId}:${String(session.version)}`;
    const notice = { kind, startAt: session.startAt };
    const message = noticeMessage({ id: newId('msg'), ...place, clientMessageId, notice }, now);
    await conversationLog.appendMessages(tx, [{ message, fingerprint: '' }]);
  };
}
