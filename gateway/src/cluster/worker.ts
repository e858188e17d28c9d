import cluster from 'node:cluster';
import type { Registry } from 'prom-client';
import { readToWorker, type FromWorker } from './messages.ts';

/** True in a process that shares its port with others and is watched over by a primary. */
export const { isWorker } = cluster;

/**
 * Tells the primary that this worker serves, and answers what it asks. A reload comes as SIGHUP does
 * to a gateway that is alone.
 */
export function reportToPrimary(
  where: { readonly url: string; readonly internalUrl: string | null },
  figures: Registry,
): void {
  process.on('message', (message) => {
    const told = readToWorker(message);
    if (told?.kind === 'reload') process.emit('SIGHUP', 'SIGHUP');
    if (told?.kind === 'figures') void answer(told.request, figures);
  });
  tell({ kind: 'serving', ...where });
}

async function answer(request: number, registry: Registry): Promise<void> {
  const figures = (await registry.getMetricsAsJSON()).map((figure) => ({ ...figure }));
  tell({ kind: 'figures', request, figures });
}

function tell(message: FromWorker): void {
  // The primary may be gone by now; then this worker ends, too.
  if (process.connected) process.send?.(message);
}
