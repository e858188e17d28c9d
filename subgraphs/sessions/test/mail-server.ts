import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { z } from 'zod';

/** A mail server on this machine, and the mails that it has taken as a mail program reads them. */
export interface MailServer extends AsyncDisposable {
  readonly url: string;
  /** Who is to get each mail, and what it says. */
  readonly received: readonly { readonly recipients: readonly string[]; readonly mail: Email }[];
}

/** Starts a mail server that takes everything. */
export async function startMailServer(): Promise<MailServer> {
  const received: { recipients: string[]; mail: Email }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, taken) {
      const recipients = envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((mail) => received.push({ recipients, mail }))
        .then(() => {
          taken();
        }, taken);
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = z.object({ port: z.number() }).parse(listening.address());
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    received,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
