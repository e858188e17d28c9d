import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigurationError, type Environment } from '@skillswap/kit/config';
import { takeClusterOption, workerCount } from './cluster/worker-count.ts';

/** What the command line asks to be served. */
export interface CommandLine {
  /** The supergraph's file, as it was named. */
  readonly file: string;
  readonly supergraphSdl: string;
  /** Reads the supergraph's file again. */
  readonly reread: () => string;
  /** Addresses that replace those in the supergraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Headers that are passed on to subgraphs, in lower case. */
  readonly forwardedHeaders: readonly string[];
  readonly port: number;
  readonly logLevel: string;
  /** How many processes share the port; null for this one alone. */
  readonly workers: number | null;
}

/** How the program is used. */
export const help = `Serves a GraphQL federation supergraph at http://localhost:4000/graphql.

  npm run gateway [-- --cluster [<number>]]
      SkillSwap's own gateway, configured by environment variables.

  npm run gateway -- --supergraph <file> [--subgraph <name>=<url>]... [--port <number>] [--cluster [<number>]]
      Any Federation 2 supergraph, over HTTP and graphql-transport-ws, without log-ins.

  --supergraph <file>      the composed supergraph (SDL)
  --subgraph <name>=<url>  where this subgraph is, instead of where the supergraph says
  --forward <header>       passes this header of requests on to subgraphs; none when left out
  --port <number>          where to listen; 4000 when left out, 0 takes a free port
  --cluster [<number>]     how many processes share the port; one on each core when no number is given
  --check-config           tells whether the gateway could be started like this, and starts nothing
  --help                   shows this
`;

/** Reads arguments and LOG_LEVEL; throws with one sentence when the arguments are not usable. */
export function readCommandLine(args: readonly string[], env: Environment): CommandLine {
  // npm runs scripts in the repository's root; paths are meant from where npm was called.
  const { INIT_CWD: folder = process.cwd(), LOG_LEVEL: logLevel = 'warn' } = env;
  const { wanted, rest } = takeClusterOption(args);
  const { supergraph: file, subgraph: subgraphs = [], forward = [], port } = parse(rest);
  if (file === undefined) throw unusable('--supergraph needs a file');
  return {
    file,
    supergraphSdl: read(file, folder),
    reread: () => read(file, folder),
    subgraphUrls: new Map(subgraphs.map(readSubgraph)),
    forwardedHeaders: forward.map(readHeader),
    port: readPort(port ?? '4000'),
    logLevel,
    workers: wanted === null ? null : readWorkers(wanted),
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        supergraph: { type: 'string' },
        subgraph: { type: 'string', multiple: true },
        forward: { type: 'string', multiple: true },
        port: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split(/\.\s|\n/) : [];
    throw unusable(reason);
  }
}

function read(file: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch {
    throw new ConfigurationError(`The supergraph's file ${file} cannot be read.`);
  }
}

function readSubgraph(given: string): [name: string, url: string] {
  const at = given.indexOf('=');
  const url = given.slice(at + 1);
  const isHttp = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (at < 1 || !isHttp) throw unusable(`--subgraph needs <name>=<http URL>, not ${given}`);
  return [given.slice(0, at), url];
}

/** What the gateway itself says to subgraphs is not left to clients. */
const ownHeaders: ReadonlySet<string> = new Set([
  'accept',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
  'x-deadline-ms',
  'x-request-id',
]);

function readHeader(given: string): string {
  const name = given.toLowerCase();
  if (/^[a-z\d-]+$/.test(name) && !ownHeaders.has(name)) return name;
  throw unusable(`--forward needs a header that may be passed on, not ${given}`);
}

function readPort(given: string): number {
  const port = Number(given);
  const isPort = /^\d+$/.test(given) && port <= 65_535;
  if (!isPort) throw unusable(`--port needs a number up to 65535, not ${given}`);
  return port;
}

function readWorkers(given: string): number {
  const { data } = workerCount.safeParse(given);
  if (data === undefined) throw unusable(`--cluster needs a number up to 99, not ${given}`);
  return data;
}

function unusable(reason: string): ConfigurationError {
  return new ConfigurationError(`The command line is not usable: ${reason} (see --help).`);
}
