import { parentPort, workerData } from 'node:worker_threads';
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { plannerDataSchema, planRequestSchema, type PlannerMessage } from './planner-messages.ts';

/**
 * The thread that plans operations, because planning one takes a thread for as long as it lasts.
 */
const port = parentPort;
if (port === null) throw new Error('the planner runs in a thread of its own');
const tell = (message: PlannerMessage): void => {
  port.postMessage(message);
};

try {
  const { plannedSdl } = plannerDataSchema.parse(workerData);
  // The original has been judged; moving fields aside for the planner leaves externals unused.
  const supergraph = Supergraph.build(plannedSdl, { validateSupergraph: false });
  const planner = new QueryPlanner(supergraph);
  const schema = supergraph.apiSchema();
  port.on('message', (message) => {
    const { id, operation } = planRequestSchema.parse(message);
    try {
      const document = parse(operation, { noLocation: true });
      const plan = planner.buildQueryPlan(
        operationFromDocument(schema, document, { validate: false }),
      );
      tell({ kind: 'planned', id, plan });
    } catch (error) {
      tell({ kind: 'unplannable', id, reason: reasonOf(error) });
    }
  });
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'refused', reason: reasonOf(error) });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
