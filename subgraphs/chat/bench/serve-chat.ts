import { once } from 'node:events';
import { startChat } from '../test/start-chat.ts';

/** The subgraph in a process of its own: tells its address and ends when its parent lets go. */
await using chat = await startChat();
process.send?.({ url: chat.url });
await once(process, 'disconnect');
