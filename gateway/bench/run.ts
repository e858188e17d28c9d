import { startCandidate, type Candidate, type RunningCandidate } from './candidate.ts';
import type { Options } from './options.ts';

/** One run of the benchmark. */
export interface Run {
  readonly options: Options;
  readonly candidates: readonly Candidate[];
  /** For files that last as long as the run. */
  readonly folder: string;
  /** Prints a line of progress. */
  readonly say: (line: string) => void;
  /** What could not be measured, and why: one gateway's fault does not end the run. */
  readonly failures: string[];
}

/** Does one piece of the run; its failure is noted and answered with null. */
export async function attempt<Figures>(
  { say, failures }: Run,
  title: string,
  piece: () => Promise<Figures>,
): Promise<Figures | null> {
  try {
    return await piece();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failure = `${title}: ${reason.replaceAll(/[\s`]+/g, ' ')}`;
    say(failure);
    failures.push(failure);
    return null;
  }
}

/** Starts gateways, one after the other, all on the same core; `stack` ends them. */
export async function startAll(
  { folder, say }: Run,
  candidates: readonly Candidate[],
  supergraphFile: string,
  stack: AsyncDisposableStack,
): Promise<readonly RunningCandidate[]> {
  const running: RunningCandidate[] = [];
  for (const candidate of candidates) {
    say(`starting ${candidate.title}`);
    running.push(stack.use(await startCandidate(candidate, { supergraphFile, folder })));
  }
  return running;
}
