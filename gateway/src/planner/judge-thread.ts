import { parentPort, workerData } from 'node:worker_threads';
import { printSchema } from 'graphql';
import { judgeSupergraph } from './judge-supergraph.ts';
import { judgeDataSchema, type Judgement } from './planner-messages.ts';

/**
 * The thread in which a supergraph is judged. It ends with that, and takes along what Apollo's
 * gateway has built, which is more than all that the planner needs.
 */
const tell = (judgement: Judgement): void => parentPort?.postMessage(judgement);

try {
  const { supergraphSdl } = judgeDataSchema.parse(workerData);
  tell({ kind: 'accepted', clientSdl: printSchema(await judgeSupergraph(supergraphSdl)) });
} catch (error) {
  tell({ kind: 'refused', reason: error instanceof Error ? error.message : String(error) });
}
