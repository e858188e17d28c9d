/** A stretch of time in milliseconds since 1970, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of one person's time. */
export interface PersonalTime {
  readonly userId: string;
  readonly span: Span;
}

/** True when the two share a moment. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same moments as disjoint spans in order; spans that touch become one. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter(isSpan).toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || last.end < span.start) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}

/** The moments in both lists, which are disjoint and in order. */
export function intersect(left: readonly Span[], right: readonly Span[]): Span[] {
  const common: Span[] = [];
  let [atLeft, atRight] = [0, 0];
  for (;;) {
    const a = left[atLeft];
    const b = right[atRight];
    if (a === undefined || b === undefined) return common;
    const span = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
    if (isSpan(span)) common.push(span);
    if (a.end < b.end) atLeft += 1;
    else atRight += 1;
  }
}

/** The moments of `spans` that are in none of `removed`; both are disjoint and in order. */
export function subtract(spans: readonly Span[], removed: readonly Span[]): Span[] {
  const bounds = [-Infinity, ...removed.flatMap(({ start, end }) => [start, end]), Infinity];
  const gaps: Span[] = [];
  for (let at = 0; at + 1 < bounds.length; at += 2) {
    gaps.push({ start: bounds[at] ?? -Infinity, end: bounds[at + 1] ?? Infinity });
  }
  return intersect(spans, gaps.filter(isSpan));
}

function isSpan({ start, end }: Span): boolean {
  return start < end;
}
