import { parseArgs } from 'node:util';
import { writeFigures } from '../../../bench/figures.ts';
import { describeMachine } from '../../../bench/machine.ts';
import { endpointOf } from '../../../tests/stage.ts';
import { startSupergraph } from '../../../tests/supergraph.ts';
import { measureLogIns, openTown, type Measured } from './measure-log-ins.ts';

/**
 * Measures the home screen of members while others log in, from none to many more a second than this
 * machine can hash passwords for, through the whole product.
 */
const { values } = parseArgs({
  options: {
    rates: { type: 'string', default: '0,25,50,100' },
    seconds: { type: 'string', default: '8' },
    write: { type: 'boolean', default: false },
  },
});
const rates = values.rates.split(',').map(Number);
const seconds = Number(values.seconds);
if (!rates.every(Number.isInteger) || !(seconds > 0)) throw new Error('give rates and seconds');

process.stderr.write('starting the product\n');
await using supergraph = await startSupergraph();
await using town = await openTown(endpointOf(supergraph.system.record));
// What runs for the first time is compiled meanwhile.
await measureLogIns(town, { perSecond: 10, seconds: 3 });
const rows: Measured[] = [];
for (const perSecond of rates) {
  process.stderr.write(`${String(perSecond)} log-ins a second\n`);
  rows.push(await measureLogIns(town, { perSecond, seconds }));
  process.stderr.write(`${rows.slice(-1).map(toRow).join('\n')}\n`);
}
const lines = [
  '| log-ins/s | home p50 ms | home p99 ms | incomplete | logged in/s | p50 ms | p99 ms | refused/s | p99 ms | lost/s |',
  '| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
  ...rows.map(toRow),
  '',
  describeMachine(),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (values.write) writeFigures('users', lines);

function toRow({ perSecond, home, failedHomes, loggedIn, refused, lost }: Measured): string {
  const cells = [
    String(perSecond),
    ...[home.p50, home.p99].map(toMilliseconds),
    String(failedHomes),
    (loggedIn.count / seconds).toFixed(1),
    ...[loggedIn.p50, loggedIn.p99].map(toMilliseconds),
    (refused.count / seconds).toFixed(1),
    toMilliseconds(refused.p99),
    (lost.count / seconds).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

function toMilliseconds(time: number): string {
  return Number.isNaN(time) ? '' : time.toFixed(0);
}
