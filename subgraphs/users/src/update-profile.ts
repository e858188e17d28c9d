import type { Dependencies } from './dependencies.ts';
import {
  refuseProfile,
  toProfileChanges,
  type ProfileRefusal,
  type WantedProfile,
} from './profile.ts';
import { done, refused, type Outcome } from './refusal.ts';
import { toldCell, type User } from './user.ts';

type Needs = Pick<Dependencies, 'transact' | 'users'>;

/** Changes a profile and tells those who keep a copy. Null when the account is not in use. */
export async function updateProfile(
  { transact, users }: Needs,
  userId: string,
  wanted: WantedProfile,
): Promise<Outcome<User | null, ProfileRefusal>> {
  const refusals = refuseProfile(wanted);
  if (refusals.length > 0) return refused(...refusals);
  return done(
    await transact(async (tx) => {
      const user = await users.update(tx, userId, ['ACTIVE'], toProfileChanges(wanted));
      if (user === null) return null;
      tx.emit('user.profileChanged', profileChanged(user));
      if (wanted.privacy?.location != null) {
        const { version } = user;
        tx.emit('user.locationChanged', { userId, version, cell: toldCell(user) });
      }
      return user;
    }),
  );
}

function profileChanged(user: User) {
  const { id, version, displayName, timeZone, languages, preferredLanguage, contactableBy } = user;
  return {
    userId: id,
    version,
    displayName,
    timeZone,
    languages,
    preferredLanguage,
    contactableBy,
  };
}
