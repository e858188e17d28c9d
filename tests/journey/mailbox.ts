/** A mail as the development mailbox shows it. */
export interface ReceivedMail {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

/** Reads the development mailbox of a running system. */
export interface Mailbox {
  /** All mails of this kind to this address, newest first. */
  list(to: string, kind: string): Promise<ReceivedMail[]>;
  /** The newest of them, waiting up to ten seconds for the first. */
  latest(to: string, kind: string): Promise<ReceivedMail>;
}

/** The mailbox at `url`, which the internal origin serves as `/mailbox`. */
export function openMailbox(url: string): Mailbox {
  const list = async (to: string, kind: string): Promise<ReceivedMail[]> => {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    const mails: unknown = await response.json();
    if (!Array.isArray(mails)) throw new Error(`the mailbox answered ${String(response.status)}`);
    return mails.filter(isMail).filter((mail) => mail.to === to && mail.kind === kind);
  };
  return {
    list,
    async latest(to, kind) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const [mail] = await list(to, kind);
        if (mail !== undefined) return mail;
        if (Date.now() > deadline) throw new Error(`no ${kind} mail came for ${to}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

function isMail(value: unknown): value is ReceivedMail {
  return typeof value === 'object' && value !== null && 'kind' in value && 'links' in value;
}
