import { deliver, type Delivery, type Fault } from '../delivery/deliver.ts';
import { killRedis, killService } from '../kill-process.ts';
import { startSecondNode } from '../second-node.ts';
import { endpointOf } from '../stage.ts';
import { startSupergraph } from '../supergraph.ts';
import { writeReport } from './report.ts';

/**
 * Messages in a group while a follower's socket, the gateway, chat and Redis are killed in turn, at
 * one gateway and one chat and then at two of each.
 */
const [size = '10000'] = process.argv.slice(3);
const messages = Number(size);
if (!Number.isInteger(messages) || messages < 200) throw new Error('give at least 200 messages');

await using graph = await startSupergraph();
const { system, dataDir } = graph;
const first = endpointOf(system.record);
const plan = { messages, senders: 8, slowBy: Math.min(500, Math.floor(messages / 10)) };
const [socket, redis, gateway, chat] = [
  fault('a follower’s socket cut', ([reader]) => reader?.cut()),
  fault('Redis killed', () => {
    killRedis(dataDir);
  }),
  fault('the gateway killed', () => killService(dataDir, 'gateway')),
  fault('chat killed', () => killService(dataDir, 'chat')),
];
const alone = await deliver({
  ...plan,
  nodes: [first],
  faults: spread([socket, gateway, chat, redis, socket, gateway, chat, redis]),
});
await using node = await startSecondNode({ record: system.record, env: system.env, dataDir });
const otherGateway = fault('the other gateway killed', () => killService(node.dataDir, 'gateway'));
const otherChat = fault('the other chat killed', () => killService(node.dataDir, 'chat'));
const both = await deliver({
  ...plan,
  nodes: [first, endpointOf(node.record)],
  faults: spread([socket, gateway, chat, redis, otherGateway, otherChat, socket, redis]),
});

const findings = [
  ...alone.gaps.map((gap) => ({ ...gap, fault: `one node: ${gap.fault}` })),
  ...both.gaps.map((gap) => ({ ...gap, fault: `two nodes: ${gap.fault}` })),
].map((gap) => ({ ...gap, bound: 15 }));
writeReport('delivery', findings, [describe('One node', alone), describe('Two nodes', both)]);
for (const delivery of [alone, both]) {
  if (!isWhole(delivery)) throw new Error('a stream is not whole and in order');
}

function fault(name: string, strike: Fault['strike']): Omit<Fault, 'after'> {
  return { name, strike };
}

/** Evenly, so that each has time to heal. */
function spread(faults: readonly Omit<Fault, 'after'>[]): Fault[] {
  const step = Math.floor(messages / (faults.length + 1));
  return faults.map((one, place) => ({ ...one, after: (place + 1) * step }));
}

function isWhole({ streams, unread, sent }: Delivery): boolean {
  const truth = JSON.stringify({ unreadCount: messages, lastSeq: messages });
  return (
    unread.every((told) => JSON.stringify(told) === truth) &&
    streams.every((stream) => {
      const texts = stream.map(({ text }) => text);
      return (
        stream.length === messages &&
        stream.every(({ seq }, place) => seq === place + 1) &&
        new Set(texts).size === messages &&
        sent.every((own) => {
          const ofSender = new Set(own);
          return own.join() === texts.filter((text) => ofSender.has(text)).join();
        })
      );
    })
  );
}

function describe(title: string, delivery: Delivery): string {
  const { streams, sockets, unread } = delivery;
  const whole = isWhole(delivery) ? 'every stream is whole' : 'NOT every stream is whole';
  const lengths = streams.map(({ length }) => length.toLocaleString('en')).join(', ');
  return `${title}: ${messages.toLocaleString('en')} messages sent; the followers got ${lengths} events over ${sockets.join(', ')} sockets (tried); ${whole} and in order, once each; unread: ${JSON.stringify(unread)}.`;
}
