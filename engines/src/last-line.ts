/** The last line of a log that matches, or else its last line. */
export function lastLine(log: string, pattern: RegExp): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => pattern.test(line)) ?? lines.at(-1) ?? 'it said nothing').trim();
}
