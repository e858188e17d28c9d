import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { developmentSettings } from '../engines/src/development-settings.ts';
import { connect } from '../gateway/test/client-socket.ts';
import { startGatewayProcess, type GatewayProcess } from '../gateway/test/gateway-process.ts';
import { startTap, type Tap } from '../gateway/test/tap.ts';
import { post, type GraphAnswer } from './graph.ts';
import { grantRoles } from './grant-roles.ts';
import { Person } from './journey/person.ts';
import { endpointOf, openSystemClock, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const clock = openSystemClock(system);
const ada = new Person(endpoint, somebody('Ada'));
const eve = new Person(endpoint, somebody('Eve'));

/** A second gateway of the same system, whose way to Redis can be cut. */
let tap: Tap;
let second: GatewayProcess;
const startSecond = () =>
  startGatewayProcess({
    REDIS_URL: `redis://127.0.0.1:${String(tap.port)}`,
    USERS_URL: inject('usersUrl'),
    JWT_ISSUER: system.origin,
    INTERNAL_IDENTITY_SECRET: developmentSettings.INTERNAL_IDENTITY_SECRET,
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'info',
  });

beforeAll(async () => {
  tap = await startTap(Number(new URL(system.redisUrl).port));
  second = await startSecond();
  await Promise.all([ada.signUp(), eve.signUp()]);
  await grantRoles(system.mongodbUri, eve.introduction.email, ['ADMIN']);
  await eve.logIn();
});
afterAll(async () => {
  await second[Symbol.asyncDispose]();
  await tap[Symbol.asyncDispose]();
  await ada[Symbol.asyncDispose]();
  await eve[Symbol.asyncDispose]();
  await clock[Symbol.asyncDispose]();
});

const auth = z.object({ accessToken: z.string(), refreshToken: z.string() });
type Device = z.infer<typeof auth>;
const payload = z.object({ auth: auth.nullable() });

const gateways = () => [endpoint.graphql, `${second.url}/graphql`];

/** Runs an operation with this access token at one of the two gateways. */
const askAt = (graphql: string, accessToken: string | null, query: string): Promise<GraphAnswer> =>
  post({ ...endpoint, graphql }, JSON.stringify({ query }), {
    'x-forwarded-for': endpoint.clientAddress ?? '',
    ...(accessToken !== null && { authorization: `Bearer ${accessToken}` }),
  });

const readDevice = ({ data }: GraphAnswer, field: string): Device | null =>
  payload.parse(data?.[field]).auth;

async function logIn({ introduction }: Person, deviceName: string): Promise<Device> {
  const { email, password } = introduction;
  const input = `email: "${email}", password: "${password}", deviceName: "${deviceName}"`;
  const mutation = `mutation { logIn(input: { ${input} }) { auth { accessToken refreshToken } } }`;
  const device = readDevice(await askAt(endpoint.graphql, null, mutation), 'logIn');
  if (device === null) throw new Error(`${email} cannot log in`);
  return device;
}

const refresh = async (refreshToken: string): Promise<Device | null> => {
  const mutation = `mutation { refreshSession(input: { refreshToken: "${refreshToken}" }) {
    auth { accessToken refreshToken } userErrors { code } } }`;
  return readDevice(await askAt(endpoint.graphql, null, mutation), 'refreshSession');
};

const whoAmI = '{ viewer { id roles } }';
const isIn = { status: 200, errors: [] };
const isOut = { status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
/** What each of the gateways says to this token. */
const atBoth = (accessToken: string) =>
  Promise.all(gateways().map((graphql) => askAt(graphql, accessToken, whoAmI)));
/** Waits until both refuse it: an announcement takes milliseconds, a look two seconds. */
const isOutAtBoth = (accessToken: string) =>
  expect.poll(() => atBoth(accessToken), { timeout: 10_000 }).toMatchObject([isOut, isOut]);
const socketsAtBoth = ({ accessToken }: Device) =>
  Promise.all(gateways().map((graphql) => connect(graphql, accessToken)));

describe('a refresh token that is used again', () => {
  it('ends its device at both gateways at once, with its sockets and tokens that are still good, and no other device', async () => {
    const [phone, laptop] = [await logIn(ada, 'Phone'), await logIn(ada, 'Laptop')];
    // A phone that wakes up sends two requests at once, and both go on with the same chain.
    const waking = await Promise.all([refresh(phone.refreshToken), refresh(phone.refreshToken)]);
    const [awake, twin] = waking;
    if (awake === null || twin === null) throw new Error('the phone is out');
    expect(awake.refreshToken).toBe(twin.refreshToken);
    for (const { accessToken } of [awake, twin, laptop]) {
      expect(await atBoth(accessToken)).toMatchObject([isIn, isIn]);
    }
    const [ofPhone, ofLaptop] = [await socketsAtBoth(awake), await socketsAtBoth(laptop)];

    await clock.moveClockTo(new Date((await clock.now()).getTime() + 11_000));
    expect(await refresh(phone.refreshToken)).toBeNull();

    expect(await Promise.all(ofPhone.map(({ closed }) => closed))).toEqual([4403, 4403]);
    for (const { accessToken } of [phone, awake, twin]) await isOutAtBoth(accessToken);
    const sensitive =
      'mutation { changeEmail(input: { newEmail: "eve@example.org" }) { userErrors { code } } }';
    expect(await askAt(endpoint.graphql, awake.accessToken, sensitive)).toMatchObject(isOut);
    expect(await refresh(awake.refreshToken)).toBeNull();
    const { email } = ada.introduction;
    expect(await endpoint.mailbox.latest(email, 'REFRESH_TOKEN_REUSED')).toMatchObject({});

    for (const socket of ofLaptop) {
      socket.send({ type: 'ping' });
      expect((await socket.next()).type).toBe('pong');
      socket.close();
    }
    expect(await atBoth(laptop.accessToken)).toMatchObject([isIn, isIn]);
    expect(await refresh(laptop.refreshToken)).not.toBeNull();
    expect(await atBoth((await logIn(ada, 'Phone')).accessToken)).toMatchObject([isIn, isIn]);
  });
});

describe('a gateway', () => {
  const logOut = 'mutation { logOut(input: { everywhere: true }) { userErrors { code } } }';

  it('that does not hear of a log-out, or was not there, refuses the token all the same', async () => {
    const phone = await logIn(ada, 'Phone');
    const [, socket] = await socketsAtBoth(phone);
    expect(await atBoth(phone.accessToken)).toMatchObject([isIn, isIn]);
    tap.cut();
    await askAt(endpoint.graphql, phone.accessToken, logOut);
    await isOutAtBoth(phone.accessToken);
    expect(await socket?.closed).toBe(4403);
    tap.mend();

    const tablet = await logIn(ada, 'Tablet');
    expect(await atBoth(tablet.accessToken)).toMatchObject([isIn, isIn]);
    await second[Symbol.asyncDispose]();
    await askAt(endpoint.graphql, tablet.accessToken, logOut);
    second = await startSecond();
    // Its first answer to this token: nothing has been announced since it is there.
    expect(await askAt(`${second.url}/graphql`, tablet.accessToken, whoAmI)).toMatchObject(isOut);
    expect(await atBoth((await logIn(ada, 'Tablet')).accessToken)).toMatchObject([isIn, isIn]);
  });

  it('hears of a log-out again after Redis has dropped every listener', async () => {
    const phone = await logIn(ada, 'Phone');
    expect(await atBoth(phone.accessToken)).toMatchObject([isIn, isIn]);
    const redis = new Redis(system.redisUrl);
    await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    redis.disconnect();
    await askAt(endpoint.graphql, phone.accessToken, logOut);
    await isOutAtBoth(phone.accessToken);
  });

  it('trusts no token of somebody who is banned, or whose roles are others now', async () => {
    await using bob = new Person(endpoint, somebody('Bob'));
    await bob.signUp();
    const device = await logIn(bob, 'Phone');
    const roles = `mutation { setRoles(input: { userId: "${bob.id}", roles: [LEARNER, MENTOR] }) { userErrors { code } } }`;
    const byEve = (mutation: string) =>
      post(endpoint, JSON.stringify({ query: mutation }), eve.headers);
    expect(await byEve(roles)).toMatchObject({ errors: [] });
    await isOutAtBoth(device.accessToken);
    const fresh = await refresh(device.refreshToken);
    if (fresh === null) throw new Error('a change of roles has ended a log-in');
    const isMentor = { data: { viewer: { roles: ['LEARNER', 'MENTOR'] } } };
    expect(await atBoth(fresh.accessToken)).toMatchObject([isMentor, isMentor]);

    const ban = `mutation { setAccountState(input: { userId: "${bob.id}", state: BANNED }) { userErrors { code } } }`;
    expect(await byEve(ban)).toMatchObject({ errors: [] });
    await isOutAtBoth(fresh.accessToken);
  });
});
