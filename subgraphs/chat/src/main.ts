import { runProgram } from '@skillswap/kit/process';
import { readChatConfig } from './config.ts';
import { startChat } from './start-chat.ts';

await runProgram({ name: 'chat', read: readChatConfig, start: startChat });
