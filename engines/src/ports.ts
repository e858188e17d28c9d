import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.ts';

/** A port that is the same at every start, and the variable that changes it. */
export interface FixedPort {
  variable: string;
  port: number;
}

/** The ports of one system. */
export interface Ports {
  gateway: FixedPort;
  internal: FixedPort;
  sandbox: FixedPort;
  /** By subgraph; the folders of `subgraphs/` are the registry. */
  subgraphs: ReadonlyMap<string, FixedPort>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const wellKnown = ['users', 'skills', 'sessions', 'chat', 'reviews', 'payments'];
const firstSubgraphPort = 4101;

/** Every subgraph that can be run: each folder with a `src/main.ts`, in the order of their ports. */
export function listSubgraphs(checkout: string): string[] {
  const folder = join(checkout, 'subgraphs');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'src/main.ts')));
  return names.sort((one, other) => rankOf(one) - rankOf(other) || one.localeCompare(other));
}

/** The ports the environment asks for, or the usual ones. */
export function readPorts(subgraphs: readonly string[], env: Environment): Ports {
  const fixed = (variable: string, usual: number): FixedPort => ({
    variable,
    port: readPort(variable, env[variable], usual),
  });
  let next = firstSubgraphPort + wellKnown.length + 1;
  const usualPort = (name: string) =>
    wellKnown.includes(name) ? firstSubgraphPort + wellKnown.indexOf(name) : (next += 1);
  return {
    gateway: fixed('PORT', 4000),
    internal: fixed('INTERNAL_PORT', 4001),
    sandbox: fixed('STRIPE_SANDBOX_PORT', firstSubgraphPort + wellKnown.length),
    subgraphs: new Map(
      subgraphs.map((name) => [name, fixed(`${variablePrefix(name)}_PORT`, usualPort(name))]),
    ),
  };
}

/** How a subgraph's variables begin: `USERS` in `USERS_PORT`. */
export function variablePrefix(subgraph: string): string {
  return subgraph.toUpperCase().replaceAll('-', '_');
}

function readPort(variable: string, text: string | undefined, usual: number): number {
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new StartupError(
    `${variable} must be a port number between 1 and 65535: correct or unset it.`,
  );
}

function rankOf(name: string): number {
  const rank = wellKnown.indexOf(name);
  return rank === -1 ? wellKnown.length : rank;
}
