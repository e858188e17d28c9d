/** The median of one figure over all rounds. */
export function median<Figures>(
  rounds: readonly Figures[],
  figure: (round: Figures) => number,
): number {
  const sorted = rounds.map(figure).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
