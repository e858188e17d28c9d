import { normaliseText } from '@skillswap/kit/text';
import type { AuthSession } from './auth-session.ts';
import type { Dependencies } from './dependencies.ts';
import { refuseDeviceName } from './open-auth-session.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { transactAs, type Actor } from './transact-as.ts';

/** Why a device is not renamed. */
export type RenameAuthSessionRefusal = 'NOT_FOUND' | 'TOO_LONG' | 'INVALID_TEXT';

/** A device and its new name. */
export interface NewDeviceName {
  readonly authSessionId: string;
  readonly deviceName?: string | null | undefined;
}

type Needs = Pick<Dependencies, 'clock' | 'transact' | 'authSessions'>;

/** Gives one of the actor's devices another name, or none. */
export async function renameAuthSession(
  needs: Needs,
  actor: Actor,
  { authSessionId, deviceName }: NewDeviceName,
): Promise<Outcome<AuthSession, RenameAuthSessionRefusal>> {
  const code = refuseDeviceName(deviceName);
  if (code !== null) return refused(refusal(code, 'deviceName'));
  const name = normaliseText(deviceName ?? '') || null;
  const renamed = await transactAs(needs, actor, (tx) =>
    needs.authSessions.rename(tx, actor.id, authSessionId, name, needs.clock.now()),
  );
  return renamed === null ? refused(refusal('NOT_FOUND', 'authSessionId')) : done(renamed);
}
