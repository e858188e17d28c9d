import type { Viewer } from '@skillswap/kit/viewer';

/**
 * Viewers with the same scope share a subscription at its owner: they are answered the same, because
 * they are one person (or program) with the same rights. From which of their log-ins they ask makes
 * no difference to what happens.
 */
export function identityScope(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'member':
      return JSON.stringify([viewer.kind, viewer.id, viewer.roles, viewer.scopes]);
    case 'partner':
      return JSON.stringify([viewer.kind, viewer.id, viewer.scopes]);
    case 'service':
      return JSON.stringify([viewer.kind, viewer.name]);
    case 'anonymous':
      return viewer.kind;
  }
}
