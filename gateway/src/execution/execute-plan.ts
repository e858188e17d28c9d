import type { Caller, SubgraphClient } from '../subgraph-client.ts';
import type { CompiledNode } from './compiled-plan.ts';
import type { EntityRequests } from './entity-requests.ts';
import type { Failures } from './failures.ts';
import { executeFetch } from './fetch.ts';
import type { JsonObject } from './json.ts';
import type { ResultTree } from './result-tree.ts';
import type { IsOfType } from './type-conditions.ts';

/** One run of a plan. */
export interface Run {
  readonly client: SubgraphClient;
  readonly caller: Caller;
  /** The client's variables as they came, with the operation's defaults. */
  readonly variables: JsonObject;
  readonly isOfType: IsOfType;
  /** The result so far; empty at first, or a subscription's event. */
  readonly tree: ResultTree;
  readonly entities: EntityRequests;
  readonly failures: Failures;
}

/** Runs a plan's node and everything below it. */
export function executePlan(run: Run, node: CompiledNode): Promise<void> {
  switch (node.kind) {
    case 'Fetch':
      return executeFetch(run, node);
    case 'Sequence':
      return inTurn(run, node.nodes);
    case 'Parallel':
      return atOnce(run, node.nodes);
  }
}

async function inTurn(run: Run, nodes: readonly CompiledNode[]): Promise<void> {
  for (const node of nodes) await executePlan(run, node);
}

async function atOnce(run: Run, nodes: readonly CompiledNode[]): Promise<void> {
  await Promise.all(nodes.map((node) => executePlan(run, node)));
}
