import type { Answer } from '@skillswap/kit/test/testkit';
import { z } from 'zod';

const userErrors = z.array(
  z.object({ code: z.string(), message: z.string(), path: z.array(z.string()) }),
);
const reference = z.object({ id: z.string() });

const opened = z.object({
  conversation: z
    .object({
      id: z.string(),
      lastSeq: z.number(),
      peer: reference,
      members: z.array(reference),
    })
    .nullable(),
  userErrors,
});

const sent = z.object({
  message: z
    .object({
      id: z.string(),
      seq: z.number(),
      text: z.string(),
      clientMessageId: z.string(),
      language: z.string().nullable(),
      sender: reference,
    })
    .nullable(),
  deduplicated: z.boolean(),
  userErrors,
});

const marked = z.object({
  conversation: z
    .object({ id: z.string(), lastSeq: z.number(), unreadCount: z.number() })
    .nullable(),
  userErrors,
});

/** What opening a conversation answered. */
export type Opened = z.infer<typeof opened>;
/** What sending a message answered. */
export type Sent = z.infer<typeof sent>;

const read =
  <Payload>(schema: z.ZodType<Payload>, field: string) =>
  (answer: Answer): Payload => {
    const parsed = schema.safeParse(answer.data?.[field]);
    if (!parsed.success) throw new Error(`no ${field}: ${JSON.stringify(answer)}`);
    return parsed.data;
  };

export const readOpened = read(opened, 'openDirectConversation');
export const readSent = read(sent, 'sendMessage');
export const readMarked = read(marked, 'markRead');

/** The codes with which a mutation was refused. */
export function codesOf({ userErrors: errors }: { readonly userErrors: { code: string }[] }) {
  return errors.map(({ code }) => code);
}
