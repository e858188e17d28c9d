import { lendEngine } from '../../engines/src/lend-engine.ts';
import { redisEngine } from '../../engines/src/redis-engine.ts';
import { startChat } from '../../subgraphs/chat/test/start-chat.ts';
import { startReviews } from '../../subgraphs/reviews/test/start-reviews.ts';
import { later, startSessions } from '../../subgraphs/sessions/test/start-sessions.ts';
import { longestGap, startLoad, untilFlowing } from './load.ts';
import { startReplicaSet } from './replica-set.ts';
import { writeReport, type Finding } from './report.ts';

/** Messages, proposals and reviews while the primary of three nodes is killed, and steps down. */
await using replicas = await startReplicaSet();
await using redis = await lendEngine(redisEngine);
Object.assign(process.env, { MONGODB_URI: replicas.url, REDIS_URL: redis.url });
await using chat = await startChat();
await using sessions = await startSessions();
await using reviews = await startReviews();

const acknowledged = { messages: 0, sessions: new Set<string>(), reviews: new Set<string>() };
const pairs = await Promise.all([chat.aPair(), chat.aPair()]);
const messages = pairs.map(({ ada, conversationId }) => () => {
  const input = { conversationId, clientMessageId: crypto.randomUUID(), text: 'Are you there?' };
  return async () => {
    const { message } = await chat.send(ada, input);
    if (message === null) throw new Error('it was not sent');
    acknowledged.messages += 1;
  };
});
const { learner, skillId } = await sessions.aPair();
let hour = 0;
const proposals = () => {
  hour += 2;
  const wish = {
    idempotencyKey: crypto.randomUUID(),
    startAt: later(48 + hour).toISOString(),
    endAt: later(49 + hour).toISOString(),
  };
  return async () => {
    const { session } = await sessions.propose(learner, skillId, wish);
    if (session === null) throw new Error('it was not proposed');
    acknowledged.sessions.add(session.id);
  };
};
const submissions = () => {
  const { session, learner: reviewer } = reviews.aSession();
  return async () => {
    const answer = JSON.stringify(await reviews.submit(reviewer, session.id));
    // A repetition finds what the first request has stored, though that was not acknowledged.
    if (!answer.includes('"userErrors":[]') && !answer.includes('ALREADY_REVIEWED')) {
      throw new Error(answer);
    }
    acknowledged.reviews.add(session.id);
  };
};
const load = startLoad([...messages, proposals, submissions]);
await untilFlowing(load, 0, 40);

const findings: Finding[] = [];
const drill = async (fault: string, breakIt: () => Promise<void>) => {
  const since = performance.now();
  await breakIt();
  await untilFlowing(load, performance.now(), 60);
  findings.push({ fault, gapSeconds: longestGap(load, since), bound: 15 });
};
await drill('primary killed (kill -9)', () => replicas.killPrimary());
await drill('the dead node back', () => replicas.revive());
await drill('primary steps down', () => replicas.stepDown());
await load.stop();

const majority = { readConcern: { level: 'majority' } } as const;
const sent = await chat.runtime.store.db
  .collection('conversationEvents', majority)
  .find({ 'message.clientMessageId': { $type: 'string' } })
  .project<{ id: string }>({ _id: 0, id: '$message.clientMessageId' })
  .toArray();
const proposed = await sessions.runtime.store.db
  .collection('sessions', majority)
  .countDocuments({});
const reviewed = await reviews.runtime.store.db.collection('reviews', majority).countDocuments({});
const unique = new Set(sent.map(({ id }) => id)).size;
const found = { messages: sent.length, sessions: proposed, reviews: reviewed };
const expected = {
  messages: acknowledged.messages,
  sessions: acknowledged.sessions.size,
  reviews: acknowledged.reviews.size,
};
writeReport('mongo', findings, [
  `Acknowledged: ${describe(expected)}. In the store afterwards: ${describe(found)}; ${String(sent.length - unique)} messages twice.`,
]);
if (JSON.stringify(found) !== JSON.stringify(expected) || unique !== sent.length) {
  throw new Error(JSON.stringify({ expected, found, unique }));
}

function describe(counts: typeof found): string {
  return `${String(counts.messages)} messages, ${String(counts.sessions)} sessions, ${String(counts.reviews)} reviews`;
}
