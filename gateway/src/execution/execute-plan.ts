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
export async function executePlan(run: Run, node: CompiledNode): Promise<void> {
  switch (node.kind) {
    case 'Fetch':
      await executeFetch(run, node);
      return;
    case 'Sequence':
      for (const child of node.nodes) await executePlan(run, child);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((child) => executePlan(run, child)));
  }
}
