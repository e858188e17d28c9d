import { parentPort } from 'node:worker_threads';
import { printSchema } from 'graphql';
import { judgeSupergraph } from './judge-supergraph.ts';
import { judgeRequestSchema, type Judgement } from './planner-messages.ts';

/** The thread in which supergraphs are judged. */
const port = parentPort;
if (port === null) throw new Error('supergraphs are judged in a thread of their own');
const tell = (judgement: Judgement): void => {
  port.postMessage(judgement);
};

port.on('message', (message) => {
  const { id, supergraphSdl } = judgeRequestSchema.parse(message);
  judgeSupergraph(supergraphSdl).then(
    (schema) => {
      tell({ kind: 'accepted', id, clientSdl: printSchema(schema) });
    },
    (error: unknown) => {
      tell({ kind: 'refused', id, reason: error instanceof Error ? error.message : String(error) });
    },
  );
});
