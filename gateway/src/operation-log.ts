import { createHash } from 'node:crypto';
import type { Log } from '@skillswap/kit/log';
import type { Viewer } from '@skillswap/kit/viewer';
import type { PreparedOperation } from './operation.ts';

/**
 * The log of one operation. It names the operation and, as a hash, the person; the document's text
 * stays out of it, because literals in it may be anybody's secrets.
 */
export function operationLog(
  log: Log,
  requestId: string,
  { kind, name }: PreparedOperation,
  viewer: Viewer,
): Log {
  return log.child({ requestId, kind, operation: name, viewer: viewerLabel(viewer) });
}

function viewerLabel(viewer: Viewer): string {
  if (viewer.kind !== 'member' && viewer.kind !== 'partner') return viewer.kind;
  return createHash('sha256').update(viewer.id).digest('hex').slice(0, 16);
}
