import { hasScope, type Viewer } from '@skillswap/kit/viewer';

/** Staff see people in every state and all of their profiles, whoever has blocked whom. */
export function seesEverybody(viewer: Viewer): boolean {
  return ['admin', 'support', 'moderation'].some((scope) => hasScope(viewer, scope));
}
