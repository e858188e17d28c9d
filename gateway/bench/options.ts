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
  /** Only serve the subgraphs, until Ctrl-C. */
  readonly serve: boolean;
}

/** How the program is used. */
export const help = `Measures this gateway beside others, on one core. Linux only.

  npm run bench -- gateway [options]

  --only <names>       candidates, with commas between: ours, apollo
  --workload <names>   heavy, identical, light
  --seconds <number>   measured time of a candidate and workload in a round; 4
  --rounds <number>    rounds over all candidates; figures are medians; 3
  --quick              one round of 2 seconds
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
      quick: { type: 'boolean', default: false },
      serve: { type: 'boolean', default: false },
    },
  });
  return {
    only: names(values.only),
    workloads: names(values.workload),
    seconds: count(values.seconds, values.quick ? 2 : 4),
    rounds: count(values.rounds, values.quick ? 1 : 3),
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
