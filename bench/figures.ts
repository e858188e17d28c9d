import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../docs/benchmarks.md');

/**
 * Replaces what a benchmark has written into docs/benchmarks.md the last time; see
 * {@link replaceFigures}.
 */
export function writeFigures(name: string, lines: readonly string[]): void {
  replaceFigures(file, name, lines);
}

/**
 * Replaces, in a document, everything between `<!-- figures: <name> -->` and `<!-- end: <name> -->`.
 * Throws when the document has no such place.
 */
export function replaceFigures(document: string, name: string, lines: readonly string[]): void {
  const text = readFileSync(document, 'utf8');
  const [begin, end] = [`<!-- figures: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${document} has no ${begin} … ${end}`);
  const kept = text.slice(0, from + begin.length);
  writeFileSync(document, `${kept}\n\n${lines.join('\n').trim()}\n\n${text.slice(to)}`);
}
