import type { SessionGroup } from './session-group.ts';
import type { Dispute, Reschedule, Session } from './session.ts';

/** What documents of older versions do not have. */
type LaterField =
  'offeredById' | 'suitsOfferer' | 'reschedule' | 'reportedAt' | 'dispute' | 'group';

/** A session as it is stored. */
export interface SessionDocument extends Omit<Session, 'id' | 'place' | LaterField> {
  _id: string;
  offeredById?: string;
  suitsOfferer?: boolean;
  reschedule?: (Omit<Reschedule, 'suitsOfferer'> & { suitsOfferer?: boolean }) | null;
  group?: SessionGroup | null;
  reportedAt?: Date | null;
  dispute?: Dispute | null;
  placeLabel: string | null;
  /** GeoJSON; absent when there is no place, so that the geographic index skips it. */
  point?: { type: 'Point'; coordinates: readonly [longitude: number, latitude: number] };
}

/** A session from its stored form. */
export function toSession(document: SessionDocument): Session {
  const { _id: id, placeLabel, point, ...rest } = document;
  const { offeredById = rest.createdById, suitsOfferer = false, reschedule = null } = rest;
  const { group = null, reportedAt = null, dispute = null } = rest;
  const [longitude = 0, latitude = 0] = point?.coordinates ?? [];
  return {
    ...rest,
    offeredById,
    suitsOfferer,
    group,
    reschedule: reschedule && { ...reschedule, suitsOfferer: reschedule.suitsOfferer ?? false },
    reportedAt,
    dispute,
    id,
    place: placeLabel === null ? null : { label: placeLabel, latitude, longitude },
  };
}

/** A session in its stored form. */
export function toDocument({ id, place, ...rest }: Session): SessionDocument {
  return {
    ...rest,
    _id: id,
    placeLabel: place?.label ?? null,
    ...(place && { point: { type: 'Point', coordinates: [place.longitude, place.latitude] } }),
  };
}
