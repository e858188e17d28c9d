import { hasScope, type Viewer } from '@skillswap/kit/viewer';

/** Who reads reviews, as far as it decides what they see. */
export interface Reader {
  /** Null for whoever is no member. */
  readonly id: string | null;
  /** Moderators read each disputed review, hidden or not, whoever blocks them. */
  readonly moderates: boolean;
}

/** The viewer as a reader. */
export function toReader(viewer: Viewer): Reader {
  const id = viewer.kind === 'member' ? viewer.id : null;
  return { id, moderates: id !== null && hasScope(viewer, 'moderation') };
}
