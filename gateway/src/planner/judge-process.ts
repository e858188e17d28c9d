import { printSchema } from 'graphql';
import { judgeSupergraph } from './judge-supergraph.ts';
import { judgeRequestSchema, type Judgement } from './planner-messages.ts';

/** The process in which supergraphs are judged; it ends with the one that started it. */
const tell = (judgement: Judgement): void => {
  process.send?.(judgement);
};

process.on('message', (message) => {
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
