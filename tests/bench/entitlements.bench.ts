import { parseArgs } from 'node:util';
import { writeFigures } from '../../bench/figures.ts';
import { describeMachine } from '../../bench/machine.ts';
import { percentiles, toRow } from '../../subgraphs/chat/bench/percentiles.ts';
import { startSupergraph } from '../supergraph.ts';
import { measureEntitlements } from './measure-entitlements.ts';

/** Measures, through the whole product, how soon skills goes by what payments has decided. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('give rounds');

process.stderr.write('starting the product\n');
await using supergraph = await startSupergraph();
const { record } = supergraph.system;
// What runs for the first time is compiled meanwhile.
await measureEntitlements(record, 10);
const { opened, closed } = await measureEntitlements(record, rounds);
const lines = [
  `| ${String(opened.length)} rounds | p50 ms | p95 ms | p99 ms |`,
  '| --- | --: | --: | --: |',
  toRow('paid: from the answer to the webhook until skills allows more', percentiles(opened)),
  toRow('ended: from the answer to the member until skills refuses more', percentiles(closed)),
  '',
  describeMachine(),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (values.write) writeFigures('entitlements', lines);
