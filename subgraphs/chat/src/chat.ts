/**
 * Conversations at the terminal: `npm run chat -- --help`. It works on the stores that the
 * environment names, so whoever may run it is an operator already.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '@skillswap/kit/clock';
import { createTransact, ensureCollections, openMongo } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { readChatConfig } from './config.ts';
import { importConversations, type ImportOutcome } from './import-conversations.ts';
import { createImportRepository } from './import-repository.ts';
import { createReaderRepository } from './reader-repository.ts';

const help = `Usage: npm run chat -- import <file>

Imports old conversations of two people each. Each line of the file is a message:

  {"id": "old-1", "from": "usr_…", "to": "usr_…", "text": "Hello", "at": "2026-01-31T09:30:00Z"}

Nothing is stored when a line is bad; the bad ones are named. A conversation appears as a whole or not
at all, its messages in the order of their times, read by both. The command may be repeated, also after
it was killed. People who have a conversation already keep that one, and their lines are bad.
`;

async function importFile(file: string): Promise<ImportOutcome> {
  const { mongodbUri } = readChatConfig(process.env);
  await using mongo = await openMongo(mongodbUri, 'chat', 'skillswap-chat-tools');
  await ensureCollections(mongo.db, collections);
  const text = await readFile(file, 'utf8');
  return await importConversations(
    {
      imports: createImportRepository(mongo.db),
      readers: createReaderRepository(mongo.db),
      transact: createTransact(
        mongo,
        () => systemClock.now(),
        () => undefined,
      ),
      now: systemClock.now(),
      progress: (stored, of) => process.stdout.write(`${String(stored)} of ${String(of)}\n`),
    },
    text.split('\n'),
  );
}

try {
  const options = { help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, file] = positionals;
  if (values.help === true) process.stdout.write(help);
  else if (command !== 'import' || file === undefined) throw new Error(help);
  else {
    const { badLines, imported, repeated, messages } = await importFile(file);
    for (const { line, reason } of badLines) {
      process.stderr.write(`line ${String(line)} ${reason}\n`);
    }
    if (badLines.length > 0) throw new Error(`${String(badLines.length)} lines are bad`);
    process.stdout.write(
      `${String(messages)} messages are there, ${String(imported)} conversations imported now and ${String(repeated)} before\n`,
    );
  }
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
