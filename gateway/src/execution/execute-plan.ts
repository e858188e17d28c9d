import type { Caller, SubgraphClient } from '../subgraph-client.ts';
import type { CompiledNode } from './compiled-plan.ts';
import type { Failures } from './failures.ts';
import { executeFetch, type Cursor } from './fetch.ts';
import type { JsonObject } from './json.ts';
import { objectsAt } from './positions.ts';
import type { IsOfType } from './type-conditions.ts';

/** One run of a plan. */
export interface Run {
  readonly client: SubgraphClient;
  readonly caller: Caller;
  /** The client's variables as they came, with the operation's defaults. */
  readonly variables: JsonObject;
  readonly isOfType: IsOfType;
  /** The result so far; empty at first, or a subscription's event. */
  readonly root: JsonObject;
  readonly failures: Failures;
}

/** Runs a plan's node and everything below it. */
export function executePlan(run: Run, node: CompiledNode): Promise<void> {
  return executeNode(run, node, { path: [], targets: [run.root] });
}

async function executeNode(run: Run, node: CompiledNode, cursor: Cursor): Promise<void> {
  switch (node.kind) {
    case 'Fetch':
      await executeFetch(run, node, cursor);
      return;
    case 'Sequence':
      for (const child of node.nodes) await executeNode(run, child, cursor);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((child) => executeNode(run, child, cursor)));
      return;
    case 'Flatten': {
      const targets = cursor.targets.flatMap((target) => objectsAt(target, node.path));
      if (targets.length === 0) return;
      await executeNode(run, node.node, { path: [...cursor.path, ...node.path], targets });
    }
  }
}
