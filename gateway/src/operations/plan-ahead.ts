import type { Viewer } from '@skillswap/kit/viewer';
import { deny } from '../authorization.ts';
import type { Graph } from '../graph.ts';
import type { KnownOperation } from '../registry/registry.ts';

/** Somebody who has logged in to an app, as nearly everybody who runs its operations has. */
const somebody: Viewer = {
  kind: 'member',
  id: 'planning',
  roles: [],
  scopes: [],
  authSessionId: 'planning',
  authTime: 0,
};

/**
 * Plans the registered operations as their clients run them, so that a graph that begins to serve
 * does not plan what is asked all the time while everybody waits.
 */
export async function planAhead(
  { engine, contractOf }: Pick<Graph, 'engine' | 'contractOf'>,
  operations: readonly KnownOperation[],
): Promise<void> {
  for (const { hash, text, partner } of operations) {
    if (text === null) continue;
    const viewer: Viewer =
      partner === null ? somebody : { kind: 'partner', id: partner.id, scopes: partner.scopes };
    const contract = contractOf(viewer);
    try {
      const { document } = contract.registered.read(hash, text);
      const operation = contract.prepare(document, null);
      const { key: denialKey, denied } = deny(operation.guards, viewer);
      const asked = { operation, denialKey, denied, cost: 0 };
      for (const value of operation.conditions.length === 0 ? [false] : [false, true]) {
        const variables = Object.fromEntries(operation.conditions.map((name) => [name, value]));
        await engine.planOf({ ...asked, variables });
      }
    } catch {
      // Whoever runs it is told why it cannot be.
    }
  }
}
