import { runProcess } from '@skillswap/kit/process';
import { readChatConfig } from './config.ts';
import { startChat } from './start-chat.ts';

await runProcess(() => startChat(readChatConfig(process.env)));
