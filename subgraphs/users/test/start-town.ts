import { decodeJwt } from 'jose';
import { z } from 'zod';
import { systemClock, type Clock } from '@skillswap/kit/clock';
import type { Mail } from '@skillswap/kit/mail';
import { startSubgraph } from '@skillswap/kit/server';
import {
  callSubgraph,
  eventually,
  openTestRuntime,
  testLog,
  testSecret,
  uniqueName,
  type Answer,
} from '@skillswap/kit/test/testkit';
import { anonymous, identityHeader, signIdentity, type Member } from '@skillswap/kit/viewer';
import { collections } from '../src/collections.ts';
import type { IdentityProviderSettings } from '../src/identity-providers.ts';
import type { JudgeOperations } from '../src/judge-operations.ts';
import { usersSubgraph } from '../src/subgraph.ts';

/** Tokens as a payload's `auth` answers them. */
export const tokens = z.object({
  accessToken: z.string(),
  accessTokenExpiresAt: z.string(),
  refreshToken: z.string(),
});

/** Somebody who has an account. */
export interface Person extends z.infer<typeof tokens> {
  readonly id: string;
  readonly email: string;
  readonly viewer: Member;
}

export const password = 'correct horse battery staple';
export const authFields = 'auth { accessToken accessTokenExpiresAt refreshToken }';

/** The subgraph on engines, and the verbs of people who use it. */
export type Town = Awaited<ReturnType<typeof startTown>>;

/** Starts a users subgraph with a database of its own, whose mails are kept here. */
export async function startTown(
  clock: Clock = systemClock,
  over: {
    readonly breachListUrl?: string;
    readonly identityProviders?: IdentityProviderSettings;
    readonly realTime?: Clock;
  } = {},
) {
  await using starting = new AsyncDisposableStack();
  const runtime = starting.use(await openTestRuntime('users', collections, clock));
  const mails: Mail[] = [];
  const mailServer = { works: true };
  const sendMail = (mail: Mail) => {
    if (!mailServer.works) return Promise.reject(new Error('the mail server is away'));
    mails.push(mail);
    return Promise.resolve();
  };
  // What the gateway would say; everything is well unless a test says otherwise.
  const gateway: { judge: JudgeOperations } = {
    judge: ({ operations }) => Promise.resolve(operations.map(() => ({ cost: 1, problems: [] }))),
  };
  const config = {
    judgeOperations: (request: Parameters<JudgeOperations>[0]) => gateway.judge(request),
    appUrl: 'http://localhost:4000',
    breachListUrl: over.breachListUrl ?? null,
    sealKeys: [testSecret] as const,
    // Whatever else the machine has to do.
    hashing: { atOnce: 2, waiting: 50, patienceMilliseconds: 60_000 },
    identityProviders: over.identityProviders ?? { google: null, apple: null },
    accessTokens: { issuer: 'https://skillswap.example', privateKeys: null },
  };
  const subgraph = await usersSubgraph({ ...runtime, sendMail }, config, over.realTime);
  const server = { port: 0, identitySecret: testSecret, log: testLog };
  const running = starting.use(await startSubgraph(subgraph, server));
  const { as } = callSubgraph('users', running.url);
  const nobody = as(anonymous);
  const opened = starting.move();

  const signUp = (email: string, over: Readonly<Record<string, unknown>> = {}) =>
    nobody.execute(
      `mutation ($input: SignUpInput!) {
        signUp(input: $input) { mailSent userErrors { code path message } }
      }`,
      {
        input: {
          email,
          password,
          displayName: 'Ada',
          timeZone: 'Europe/Paris',
          acceptedTermsVersion: '1',
          ...over,
        },
      },
    );

  const resendVerification = (email: string) =>
    nobody.execute(
      `mutation ($email: String!) {
        resendVerification(input: { email: $email }) { userErrors { code path } }
      }`,
      { email },
    );

  const verifyEmail = (token: string) =>
    nobody.execute(
      `mutation ($token: String!) {
        verifyEmail(input: { token: $token, deviceName: "Phone" }) {
          ${authFields} user { id displayName } userErrors { code path }
        }
      }`,
      { token },
    );

  const logIn = (email: string, tried = password, totp?: string) =>
    nobody.execute(
      `mutation ($email: String!, $password: String!, $totp: String) {
        logIn(input: { email: $email, password: $password, deviceName: "Laptop", totp: $totp }) {
          ${authFields} user { id } userErrors { code path }
        }
      }`,
      { email, password: tried, totp },
    );

  /** The links' secrets that were mailed to this address, oldest first. */
  const mailedTokens = (email: string, kind = 'VERIFY_EMAIL'): string[] =>
    mails
      .filter((mail) => mail.to === email && mail.kind === kind)
      .map((mail) => /token=(\S+)/.exec(mail.text)?.[1] ?? '');

  /** Signs up, uses the link and is logged in. */
  const join = async (over: Readonly<Record<string, unknown>> = {}): Promise<Person> => {
    const email = anAddress();
    await signUp(email, over);
    const answer = await verifyEmail(mailedTokens(email)[0] ?? '');
    return { email, ...toPerson(answer.data?.['verifyEmail']) };
  };

  /** An administrator who is logged in. */
  const admin = async (): Promise<Member> => {
    const { viewer } = await join();
    return { ...viewer, roles: ['ADMIN'], scopes: ['admin'] };
  };

  return {
    ...{ runtime, running, mails, mailServer, gateway, as, nobody },
    ...{ signUp, resendVerification, verifyEmail, logIn, join, admin, mailedTokens },

    /** The secret of the latest link of this kind that was mailed to the address, once it is. */
    async mailedLink(kind: string, email: string): Promise<string> {
      let token: string | undefined;
      await eventually(() => {
        token = mailedTokens(email, kind).at(-1);
        if (token === undefined) throw new Error(`no ${kind} for ${email}`);
      });
      return token ?? '';
    },

    /** Exchanges a refresh token. */
    refresh: (refreshToken: string) =>
      nobody.execute(
        `mutation ($refreshToken: String!) {
          refreshSession(input: { refreshToken: $refreshToken }) {
            ${authFields} userErrors { code path }
          }
        }`,
        { refreshToken },
      ),

    /** Runs an operation of nobody in particular as it comes from one address of the network. */
    async executeFrom(clientAddress: string, query: string): Promise<Answer['errors']> {
      const response = await fetch(running.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-client-address': clientAddress,
          [identityHeader]: await signIdentity(testSecret, 'users', anonymous),
        },
        body: JSON.stringify({ query }),
      });
      return answerWithErrors.parse(await response.json()).errors;
    },

    /** The events of this type about this person, once there are `count` of them. */
    async events(type: string, about: string, count: number) {
      const outbox = runtime.store.db.collection('outbox');
      let events: unknown[] = [];
      await eventually(async () => {
        const all = await outbox.find({ type }).sort({ _id: 1 }).toArray();
        events = all
          .map(({ payload }): unknown => payload)
          .filter((payload) => JSON.stringify(payload).includes(about));
        if (events.length !== count) throw new Error(`${String(events.length)} events of ${type}`);
      });
      return events;
    },

    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

const answerWithErrors = z.object({
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()) }))
    .default([]),
});

/** The answer to a link that opens nothing. */
export const invalidToken = {
  errors: [],
  data: {
    verifyEmail: {
      auth: null,
      user: null,
      userErrors: [{ code: 'INVALID_TOKEN', path: ['token'] }],
    },
  },
};

/** An address that no other test has. */
export function anAddress(): string {
  return `${uniqueName('ada')}@example.org`;
}

/** Who a payload with `auth` and `user` made of the client. */
export function toPerson(payload: unknown): Omit<Person, 'email'> {
  const { auth } = z.object({ auth: tokens }).parse(payload);
  const claims = z
    .object({
      sub: z.string(),
      sid: z.string(),
      roles: z.array(z.string()),
      scopes: z.array(z.string()),
      auth_time: z.number(),
    })
    .parse(decodeJwt(auth.accessToken));
  const { sub: id, sid: authSessionId, auth_time: authTime, roles, scopes } = claims;
  return { ...auth, id, viewer: { kind: 'member', id, roles, scopes, authSessionId, authTime } };
}
