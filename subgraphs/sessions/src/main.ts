import { runProgram } from '@skillswap/kit/process';
import { readSessionsConfig } from './config.ts';
import { startSessions } from './start.ts';

await runProgram({ name: 'sessions', read: readSessionsConfig, start: startSessions });
