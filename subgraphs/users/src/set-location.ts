import { normaliseText, refuseText } from '@skillswap/kit/text';
import type { GeoPoint } from './coarse-cell.ts';
import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome, type Refusal } from './refusal.ts';
import { toldCell, type User } from './user.ts';

/** Where somebody says they are. */
export interface WantedLocation extends GeoPoint {
  readonly label?: string | null | undefined;
}

/** Why a location is refused. */
export type LocationRefusal = 'OUT_OF_RANGE' | 'TOO_LONG' | 'INVALID_TEXT';

const labelMaximum = 100;

/** Keeps the exact place and tells the others the cell. Null when the account is not in use. */
export async function setLocation(
  { transact, users }: Pick<Dependencies, 'transact' | 'users'>,
  userId: string,
  wanted: WantedLocation,
): Promise<Outcome<User | null, LocationRefusal>> {
  const refusals = refuseLocation(wanted);
  if (refusals.length > 0) return refused(...refusals);
  const { latitude, longitude, label } = wanted;
  const homePoint = { latitude, longitude };
  const locationLabel = normaliseText(label ?? '') || null;
  return done(
    await transact(async (tx) => {
      const user = await users.update(tx, userId, ['ACTIVE'], { homePoint, locationLabel });
      if (user !== null) {
        const { version } = user;
        tx.emit('user.locationChanged', { userId, version, cell: toldCell(user) });
      }
      return user;
    }),
  );
}

/** Every reason to refuse a location. */
export function refuseLocation(wanted: WantedLocation): Refusal<LocationRefusal>[] {
  const { latitude, longitude, label } = wanted;
  const labelRefusal = refuseText(label ?? '', labelMaximum);
  return [
    ...(Math.abs(latitude) <= 90 ? [] : [refusal('OUT_OF_RANGE', 'latitude')]),
    ...(Math.abs(longitude) <= 180 ? [] : [refusal('OUT_OF_RANGE', 'longitude')]),
    ...(labelRefusal === null || labelRefusal === 'EMPTY' ? [] : [refusal(labelRefusal, 'label')]),
  ];
}
