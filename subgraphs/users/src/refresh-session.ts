import type { MongoTransaction } from '@skillswap/kit/mongo';
import { judgeRefresh, type AuthSession } from './auth-session.ts';
import { refreshTokenReusedMail } from './credential-mails.ts';
import type { Dependencies } from './dependencies.ts';
import { revokeAuthSessions, type Ended } from './end-auth-sessions.ts';
import { issueTokens, type AuthTokens } from './open-auth-session.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { sendNotice } from './send-notice.ts';
import { newSecret, successorOf } from './secret-token.ts';

type Needs = Pick<
  Dependencies,
  | 'announceRevocations'
  | 'appUrl'
  | 'authSessions'
  | 'clock'
  | 'issueAccessToken'
  | 'log'
  | 'revocations'
  | 'sendMail'
  | 'transact'
  | 'users'
>;

/**
 * Exchanges a refresh token for new tokens. A repetition within the grace gets the same new refresh
 * token, so that a device which sends two requests at once keeps one chain; a later use means that
 * two devices hold the token: the whole log-in ends, and its person is told.
 */
export async function refreshSession(
  needs: Needs,
  secret: string,
): Promise<Outcome<AuthTokens, 'INVALID_REFRESH_TOKEN'>> {
  const exchange = await needs.transact((tx) => exchangeToken(needs, tx, secret));
  if (exchange === null) return invalid;
  const { authSession, refreshToken, ended } = exchange;
  if (ended !== null) await needs.announceRevocations(ended);
  const [user] = await needs.users.findByIds([authSession.userId]);
  if (user?.state !== 'ACTIVE') return invalid;
  if (refreshToken === null) {
    sendNotice(needs, refreshTokenReusedMail(user, needs.appUrl));
    return invalid;
  }
  return done(await issueTokens(needs, user, { authSession, refreshToken }));
}

const invalid = refused(refusal('INVALID_REFRESH_TOKEN', 'refreshToken'));

interface Exchange {
  readonly authSession: AuthSession;
  /** Null when the log-in was ended because the token had been used before. */
  readonly refreshToken: string | null;
  readonly ended: Ended | null;
}

async function exchangeToken(
  needs: Needs,
  tx: MongoTransaction,
  secret: string,
): Promise<Exchange | null> {
  const { clock, authSessions } = needs;
  const now = clock.now();
  const token = await authSessions.findToken(tx, secret);
  if (token === null) return null;
  // Writing here makes exchanges of one log-in conflict, so that each sees the one before it.
  const authSession = await authSessions.touch(tx, token.authSessionId, now);
  if (authSession === null) return null;

  const judgement = judgeRefresh(token, now);
  switch (judgement.kind) {
    case 'ROTATE': {
      const nonce = newSecret();
      const refreshToken = successorOf(secret, nonce);
      await authSessions.markRotated(tx, secret, { at: now, nonce });
      await authSessions.insertToken(tx, refreshToken, authSession);
      return { authSession, refreshToken, ended: null };
    }
    case 'REPEAT':
      return { authSession, refreshToken: successorOf(secret, judgement.nonce), ended: null };
    case 'REUSE': {
      const { userId, id } = authSession;
      const ended = await revokeAuthSessions(needs, tx, { userId, only: id });
      return { authSession, refreshToken: null, ended };
    }
  }
}
