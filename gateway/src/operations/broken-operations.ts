import { setImmediate as pause } from 'node:timers/promises';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import type { ContractOf } from '../contracts.ts';
import type { KnownOperation } from '../registry/registry.ts';
import { judgeOperation, type Problem } from './judge-operation.ts';

/** A registered operation that a supergraph would break, and for whom. */
export interface BrokenOperation {
  /** `partner acme`, `app ios`. */
  readonly client: string;
  readonly name: string;
  readonly hash: string;
  readonly problems: readonly Problem[];
}

/**
 * The registered operations that could not be run with these contracts. A new supergraph that breaks
 * one is not to be served: clients that are out there cannot be changed.
 */
export async function findBrokenOperations(
  contractOf: ContractOf,
  operations: readonly KnownOperation[],
): Promise<BrokenOperation[]> {
  const broken: BrokenOperation[] = [];
  for (const { client, name, hash, text, partner } of operations) {
    if (text === null) continue;
    // Requests that are being answered meanwhile do not wait for all of them.
    await pause();
    const viewer: Viewer =
      partner === null ? anonymous : { kind: 'partner', id: partner.id, scopes: partner.scopes };
    const wanted = { hash, name, kind: null, text };
    const { problems } = judgeOperation(contractOf(viewer), viewer, wanted);
    if (problems.length > 0) broken.push({ client, name, hash, problems });
  }
  return broken;
}

/** A graph that breaks no registered operation; otherwise it is given up, and this throws their names. */
export async function unlessBroken<
  Loaded extends AsyncDisposable & { readonly contractOf: ContractOf },
>(graph: Loaded, operations: readonly KnownOperation[]): Promise<Loaded> {
  const broken = await findBrokenOperations(graph.contractOf, operations);
  if (broken.length === 0) return graph;
  await graph[Symbol.asyncDispose]();
  throw new Error(`registered operations would break:\n${describeBroken(broken)}`);
}

/** Names broken operations and their clients, one a line. */
export function describeBroken(broken: readonly BrokenOperation[]): string {
  return broken
    .map(
      ({ client, name, problems }) =>
        `${client}, ${name}: ${problems.map(({ message }) => message).join(' ')}`,
    )
    .join('\n');
}
