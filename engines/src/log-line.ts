import { z } from 'zod';

const warning = 40;
const error = 50;
const longest = 200;
const entry = z.object({
  level: z.number(),
  msg: z.string().default(''),
  err: z.object({ message: z.string() }).optional(),
});

/**
 * What a line of a service's log has to say to the person who watches, or null when it is no more than
 * information. Services log JSON; anything else is something that went wrong before they could.
 */
export function toScreen(line: string): string | null {
  if (line.trim() === '') return null;
  const parsed = entry.safeParse(parse(line));
  if (!parsed.success) return shorten(line);
  const { level, msg, err } = parsed.data;
  if (level < warning) return null;
  const text = [msg, err?.message].filter((part) => part !== undefined && part !== '').join(': ');
  return shorten(`${level >= error ? 'error' : 'warning'}: ${text}`);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
