import { createInternalClient } from '@skillswap/kit/internal-client';
import { createLog } from '@skillswap/kit/log';
import { openMongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Host } from '@skillswap/kit/process';
import { startSubgraph, type RunningSubgraph } from '@skillswap/kit/server';
import { collections } from './collections.ts';
import type { ChatConfig } from './config.ts';
import { createContacts } from './contacts.ts';
import { chatSubgraph } from './subgraph.ts';
import { localTranslator } from './translator.ts';

/** Runs the subgraph on its stores until it is disposed. */
export async function startChat(config: ChatConfig, host: Host): Promise<RunningSubgraph> {
  const { environment, mongodbUri, redisUrl, identitySecret, usersUrl, skillsUrl } = config;
  const log = createLog('chat', config.logLevel);
  await using starting = new AsyncDisposableStack();
  const runtime = starting.use(
    await openMongoRuntime({
      subgraph: 'chat',
      environment,
      mongodbUri,
      redisUrl,
      collections,
      log,
      tracing: host.tracing,
    }),
  );
  const asChat = { self: 'chat', secret: identitySecret, log };
  const contacts = createContacts(
    createInternalClient({ ...asChat, subgraph: 'users', url: usersUrl }),
    createInternalClient({ ...asChat, subgraph: 'skills', url: skillsUrl }),
  );
  const translator = environment === 'development' ? localTranslator : null;
  const chat = starting.use(
    await chatSubgraph(runtime, { contacts, translator, keepMonths: config.keepMonths }),
  );
  const running = starting.use(
    await startSubgraph(chat, { port: config.port, identitySecret, log, ...host }),
  );
  const started = starting.move();
  return { ...running, [Symbol.asyncDispose]: () => started.disposeAsync() };
}
