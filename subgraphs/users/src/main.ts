import { runProgram } from '@skillswap/kit/process';
import { readUsersConfig } from './config.ts';
import { startUsers } from './start-users.ts';

await runProgram({ name: 'users', read: readUsersConfig, start: startUsers });
