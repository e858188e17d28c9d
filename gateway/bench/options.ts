import { parseArgs } from 'node:util';

/** What one run measures. */
export interface Options {
  /** Names of candidates; null for all. */
  readonly only: ReadonlySet<string> | null;
  /** Names of workloads; null for all. */
  readonly workloads: ReadonlySet<string> | null;
  /** How long each candidate runs each workload in each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** How many idle sockets are opened. */
  readonly sockets: number;
  /** Whether the figures are written into docs/benchmarks.md. */
  readonly writes: boolean;
  /** Only serve the subgraphs, until Ctrl-C. */
  readonly serve: boolean;
}

/** How the program is used. */
export const help = `Measures this gateway beside others, each on one core. Linux only.

  npm run bench -- gateway [options]

  --only <names>       candidates, with commas between: ours, apollo, hive, hive-rust, canned,
                       and hive-router when HIVE_ROUTER names its program
  --workload <names>   heavy, identical, light, fan-out, idle
  --seconds <number>   measured time of a candidate and workload in a round; 1
  --rounds <number>    rounds over all candidates; figures are medians; 7
  --sockets <number>   idle sockets; 10000
  --quick              one round of 2 seconds, 1000 idle sockets
  --write              writes the figures into docs/benchmarks.md
  --serve              only serves the subgraphs and tells where the supergraph is
`;

/** Reads the command line; throws for what is not an option. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      workload: { type: 'string' },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      sockets: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      serve: { type: 'boolean', default: false },
    },
  });
  const { quick } = values;
  return {
    only: names(values.only),
    workloads: names(values.workload),
    seconds: count(values.seconds, quick ? 2 : 1),
    rounds: count(values.rounds, quick ? 1 : 7),
    sockets: count(values.sockets, quick ? 1_000 : 10_000),
    writes: values.write,
    serve: values.serve,
  };
}

function names(given: string | undefined): ReadonlySet<string> | null {
  return given === undefined ? null : new Set(given.split(','));
}

function count(given: string | undefined, otherwise: number): number {
  const number = Number(given ?? otherwise);
  if (!(number > 0)) throw new Error(`${given ?? ''} is not a number above 0`);
  return number;
}
