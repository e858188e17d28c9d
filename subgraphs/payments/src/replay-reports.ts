import { repeatReport } from './apply-report.ts';
import type { Span } from './finance-report.ts';
import type { MoneyDesk } from './money-desk.ts';

/** What applying stored reports again led to. */
export interface Replay {
  readonly replayed: number;
  /** How many of them changed something, because they had been lost on us when they came. */
  readonly changed: number;
  /** Up to here everything was applied: the end of the span, or where to go on. */
  readonly through: Date;
}

const batch = 1_000;

/**
 * Applies again what the provider reported in a span of time, at most a thousand reports, the oldest
 * first. They take the way that they took when they came, so that whatever had its effect has no
 * other one.
 */
export async function replayReports(desk: MoneyDesk, span: Span): Promise<Replay> {
  const stored = await desk.reports.listReceived(span, batch + 1);
  let changed = 0;
  for (const { id, body } of stored.slice(0, batch)) {
    const event = desk.provider.recallEvent(body);
    if (event === null) throw new Error(`the stored report ${id} cannot be read`);
    if ((await repeatReport(desk, event)) !== null) changed += 1;
  }
  const next = stored[batch];
  return {
    replayed: Math.min(stored.length, batch),
    changed,
    through: next === undefined ? span.to : next.receivedAt,
  };
}
