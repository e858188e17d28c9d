import type { Answer } from '@skillswap/kit/test/testkit';
import { z } from 'zod';

const slot = z.object({ startAt: z.string(), endAt: z.string() });
const session = z.object({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  startAt: z.string(),
  endAt: z.string(),
  updateCursor: z.string().nullable(),
});
const payload = z.object({
  session: session.nullable(),
  alternatives: z.array(slot).nullable(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});

/** A session as the tests' mutations answer it. */
export type AnsweredSession = z.infer<typeof session>;

/** What a mutation on a session answered. */
export type SessionAnswer = z.infer<typeof payload>;

/** The fields that every mutation in the tests asks for. */
export const payloadFields = `{
  session { id status version startAt endAt updateCursor }
  alternatives { startAt endAt }
  userErrors { code message path }
}`;

/** Reads the payload of the only field of an answer. */
export function readPayload({ data, errors }: Answer): SessionAnswer {
  const [first] = Object.values(data ?? {});
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return payload.parse(first);
}

/** The session of an answer that was not refused. */
export function accepted({ session: answered, userErrors }: SessionAnswer): AnsweredSession {
  if (answered === null) throw new Error(`refused: ${JSON.stringify(userErrors)}`);
  return answered;
}

/** The codes with which an answer was refused. */
export function codes({ session: answered, userErrors }: SessionAnswer): string[] {
  if (answered !== null && userErrors.length > 0) throw new Error('a refusal with a session');
  return userErrors.map(({ code }) => code);
}
