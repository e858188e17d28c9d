/**
 * The books at the terminal: `npm run payments -- --help`. It works on the stores that the environment
 * names, so whoever may run it is an operator already.
 */
import { parseArgs } from 'node:util';
// The driver is corrected while it is loaded, so before anything that loads it by itself.
import './postgres-driver.ts';
import { readSpan } from './finance-report.ts';
import type { MoneyDesk } from './money-desk.ts';
import { openMoneyTools } from './open-money-tools.ts';
import { reconcileNow } from './reconcile.ts';
import type { PlacedDifference } from './reconciliation-repository.ts';
import { replayReports } from './replay-reports.ts';

const help = `Usage: npm run payments -- <command>

  replay --from <instant> [--to <instant>]
                     applies again what the provider reported in that span, up to now without --to
  reconcile          compares the books with the provider's and prints what differs

An instant is written as 2026-01-31 or 2026-01-31T09:30:00Z. Both commands may be repeated.
`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
type Command = (desk: MoneyDesk, given: Options) => Promise<readonly string[]>;

const pageSize = 100;

const commands: Readonly<Partial<Record<string, Command>>> = {
  async replay(desk, { from, to }) {
    if (from === undefined) throw new Error('--from is needed');
    const end = to === undefined ? desk.clock.now() : instant(to);
    const span = readSpan({ from: instant(from), to: end });
    let [replayed, changed] = [0, 0];
    for (let start = span.from; start < end;) {
      const part = await replayReports(desk, { from: start, to: end });
      replayed += part.replayed;
      changed += part.changed;
      start = part.through;
    }
    return [
      `${String(replayed)} reports were applied again, ${String(changed)} of them changed something`,
    ];
  },

  async reconcile(desk) {
    const { id, from, to, charges, refunds, differences } = await reconcileNow(desk);
    const lines = [
      `${from.toISOString()} to ${to.toISOString()}: ${String(charges)} charges and ${String(refunds)} refunds at the provider, ${String(differences)} differences`,
    ];
    for (let after: number | null = 0; after !== null;) {
      const page = await desk.reconciliations.listDifferences(id, { limit: pageSize, after });
      lines.push(...page.rows.map(describe));
      after = page.hasNextPage ? (page.rows.at(-1)?.place ?? null) : null;
    }
    return lines;
  },
};

function describe({ kind, providerReference, here, there, ...rest }: PlacedDifference): string {
  const amount = (money: typeof here) =>
    money === null ? 'none' : `${String(money.amountMinor)} ${money.currency}`;
  const whose = rest.refundId ?? rest.paymentIntentId ?? 'none of ours';
  return `  ${kind.padEnd(20)} ${providerReference} (${whose}) here ${amount(here)}, there ${amount(there)}${rest.isMended ? ', mended' : ''}`;
}

function instant(text: string): Date {
  const read = new Date(text);
  if (Number.isNaN(read.getTime())) throw new Error(`${text} is no instant`);
  return read;
}

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name = ''] = positionals;
  const command = commands[name];
  if (values.help === true) process.stdout.write(help);
  else if (command === undefined) throw new Error(help);
  else {
    await using desk = await openMoneyTools(process.env);
    for (const line of await command(desk, values)) process.stdout.write(`${line}\n`);
  }
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
