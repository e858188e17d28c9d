import { runProcess } from '@skillswap/kit/process';
import { readUsersConfig } from './config.ts';
import { startUsers } from './start-users.ts';

await runProcess(() => startUsers(readUsersConfig(process.env)));
