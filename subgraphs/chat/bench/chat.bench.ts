import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines } from '../../../engines/src/start-engines.ts';
import { writeFigures } from '../../../bench/figures.ts';
import { describeMachine } from '../../../bench/machine.ts';
import { startChat } from '../test/start-chat.ts';
import { measureHistory } from './measure-history.ts';
import { measureLoad } from './measure-load.ts';
import { measureSend } from './measure-send.ts';

const [size = '1000000'] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const messages = Number(size);
if (!Number.isInteger(messages) || messages < 1_000) throw new Error('give at least 1000 messages');

const dataDir = await mkdtemp(join(tmpdir(), 'skillswap-bench-'));
try {
  await using engines = await startEngines({ dataDir, env: process.env });
  process.env['MONGODB_URI'] = engines.mongodbUri;
  process.env['REDIS_URL'] = engines.redisUrl;
  const head = ['| | p50 ms | p95 ms | p99 ms |', '| --- | --: | --: | --: |'];
  const lines = [describeMachine(), '', ...head];
  for (const perSecond of [40, 200]) lines.push(...(await measureLoad(perSecond)));
  await using chat = await startChat();
  lines.push(...(await measureSend(chat)), ...(await measureHistory(chat, messages)));
  process.stdout.write(`${lines.join('\n')}\n`);
  if (process.argv.includes('--write')) writeFigures('chat', lines);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
