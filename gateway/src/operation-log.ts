import { createHash } from 'node:crypto';
import type { Log } from '@skillswap/kit/log';
import type { Viewer } from '@skillswap/kit/viewer';
import type { PreparedOperation } from './operation.ts';

/** The log's one line per operation. */
export interface OperationLines {
  /** Asks for the fields only when they are written. */
  write(fields: () => Readonly<Record<string, unknown>>): void;
}

/**
 * Writes at level info. A line names the operation, its document's hash and, as a hash, the person.
 * The document's text stays out of it, because literals in it may be anybody's secrets. All fields
 * are chosen here, so the search for secrets in them, which takes longer than the rest, is left out.
 */
export function createOperationLines(log: Log): OperationLines {
  const plain = log.child({}, { redact: [] });
  return {
    write(fields) {
      if (plain.isLevelEnabled('info')) plain.info(fields(), 'answered');
    },
  };
}

/** The log of one operation, for what is unusual about it. */
export function operationLog(
  log: Log,
  requestId: string,
  { kind, name }: PreparedOperation,
  viewer: Viewer,
): Log {
  return log.child({ requestId, kind, operation: name, viewer: viewerLabel(viewer) });
}

const labels = new WeakMap<Viewer, string>();

/** Tells people apart without naming them. */
export function viewerLabel(viewer: Viewer): string {
  if (viewer.kind !== 'member' && viewer.kind !== 'partner') return viewer.kind;
  const known = labels.get(viewer);
  if (known !== undefined) return known;
  const label = createHash('sha256').update(viewer.id).digest('hex').slice(0, 16);
  labels.set(viewer, label);
  return label;
}
