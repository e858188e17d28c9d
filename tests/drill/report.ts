import { join } from 'node:path';
import { replaceFigures } from '../../bench/figures.ts';
import { describeMachine } from '../../bench/machine.ts';

const document = join(import.meta.dirname, '../../docs/drills.md');

/** What a fault led to. */
export interface Finding {
  readonly fault: string;
  /** The longest time without an acknowledged write, in seconds. */
  readonly gapSeconds: number;
  readonly bound: number;
}

/** Writes a drill's findings to the report and prints them; throws when a bound was not kept. */
export function writeReport(
  name: string,
  findings: readonly Finding[],
  facts: readonly string[],
): void {
  const lines = [
    '| Fault | Longest gap between acknowledged writes | Bound |',
    '| --- | ---: | ---: |',
    ...findings.map(
      ({ fault, gapSeconds, bound }) =>
        `| ${fault} | ${gapSeconds.toFixed(2)} s | ${String(bound)} s |`,
    ),
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    describeMachine(),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  replaceFigures(document, name, lines);
  const late = findings.filter(({ gapSeconds, bound }) => gapSeconds > bound);
  if (late.length > 0) throw new Error(`too slow: ${late.map(({ fault }) => fault).join(', ')}`);
}
