import { runProcess } from '@skillswap/kit/process';
import { readSessionsConfig } from './config.ts';
import { startSessions } from './start.ts';

await runProcess(() => startSessions(readSessionsConfig(process.env)));
