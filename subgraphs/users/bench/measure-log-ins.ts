import { setTimeout as delay } from 'node:timers/promises';
import { print } from 'graphql';
import { ask, post, type GraphAnswer } from '../../../tests/graph.ts';
import { Home } from '../../../tests/journey/documents.ts';
import { Person, type Endpoint } from '../../../tests/journey/person.ts';
import { somebody } from '../../../tests/stage.ts';

/** People who look at their home screens, and people who log in. */
export interface Town extends AsyncDisposable {
  readonly endpoint: Endpoint;
  readonly members: readonly Person[];
  readonly accounts: readonly Person[];
}

/** The load. */
export interface Load {
  /** Log-ins that are due each second, whatever becomes of those before them. */
  readonly perSecond: number;
  readonly seconds: number;
}

/** How often something was answered, and in how many milliseconds from when it was due. */
export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** What came of a load. */
export interface Measured {
  readonly perSecond: number;
  readonly home: Times;
  /** Home screens of which a part was missing. */
  readonly failedHomes: number;
  readonly loggedIn: Times;
  /** Answered 429 or 503. */
  readonly refused: Times;
  /** Answered that they took too long. */
  readonly lost: Times;
}

const homesPerSecond = 5;
const memberCount = 20;
/** So many that log-ins of one account never meet: that is another limit. */
const accountCount = 100;

const home = print(Home);
const logIn = `mutation ($input: LogInInput!) {
  logIn(input: $input) { auth { accessToken } userErrors { code } }
}`;

/** Signs them up. */
export async function openTown(endpoint: Endpoint): Promise<Town> {
  process.stderr.write('signing people up\n');
  const people = Array.from(
    { length: memberCount + accountCount },
    (_, at) => new Person({ ...endpoint, clientAddress: addressOf(at) }, somebody('Ada')),
  );
  const waiting = people.values();
  const signUpSome = async () => {
    for (const person of waiting) await person.signUp();
  };
  await Promise.all([signUpSome(), signUpSome(), signUpSome(), signUpSome()]);
  return {
    endpoint,
    members: people.slice(0, memberCount),
    accounts: people.slice(memberCount),
    async [Symbol.asyncDispose]() {
      for (const person of people) await person[Symbol.asyncDispose]();
    },
  };
}

/** Sends both at steady rates and waits for all answers. */
export async function measureLogIns(town: Town, { perSecond, seconds }: Load): Promise<Measured> {
  const { endpoint, members, accounts } = town;
  const homes: number[] = [];
  const loggedIn: number[] = [];
  const refused: number[] = [];
  const lost: number[] = [];
  let attempt = 0;
  let failedHomes = 0;

  const showHome = async (at: number): Promise<number> => {
    const due = performance.now();
    const answer = await ask(endpoint, members[at % memberCount] ?? null, home);
    if (answer.errors.length > 0) failedHomes += 1;
    return homes.push(performance.now() - due);
  };
  const tryToLogIn = async (at: number): Promise<number> => {
    const due = performance.now();
    const { email = '', password = '' } = accounts[at % accountCount]?.introduction ?? {};
    const variables = { input: { email, password, deviceName: 'Bench' } };
    const headers = { 'x-forwarded-for': addressOf((attempt += 1)) };
    const answer = await post(endpoint, JSON.stringify({ query: logIn, variables }), headers);
    const codes = answer.errors.map(({ extensions: { code } }) => code);
    if (isRefusal(codes)) return refused.push(performance.now() - due);
    if (codes.includes('SUBREQUEST_TIMEOUT')) return lost.push(performance.now() - due);
    if (answer.data?.['logIn'] == null) throw failed('log-in', answer);
    return loggedIn.push(performance.now() - due);
  };

  await Promise.all([
    atRate(homesPerSecond, seconds, showHome),
    atRate(perSecond, seconds, tryToLogIn),
  ]);
  return {
    perSecond,
    home: toTimes(homes),
    failedHomes,
    loggedIn: toTimes(loggedIn),
    refused: toTimes(refused),
    lost: toTimes(lost),
  };
}

/** Begins work at a steady rate, whether or not the work before it has ended. */
async function atRate(
  perSecond: number,
  seconds: number,
  work: (at: number) => Promise<unknown>,
): Promise<void> {
  const running: Promise<unknown>[] = [];
  const start = performance.now();
  for (let at = 0; at < perSecond * seconds; at += 1) {
    const due = start + (at * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    running.push(work(at));
  }
  await Promise.all(running);
}

function isRefusal(codes: readonly string[]): boolean {
  return codes.some((code) => code === 'SERVICE_UNAVAILABLE' || code === 'RATE_LIMITED');
}

function failed(what: string, { status, text }: GraphAnswer): Error {
  return new Error(`a ${what} was answered ${String(status)}: ${text}`);
}

function toTimes(times: readonly number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { count: times.length, p50: at(0.5), p99: at(0.99) };
}

/** An address of the network that only one person has; the gateway trusts this machine as a proxy. */
function addressOf(at: number): string {
  return `10.${String(at >> 16)}.${String((at >> 8) & 255)}.${String(at & 255)}`;
}
