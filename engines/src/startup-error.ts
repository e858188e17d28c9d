/** Something the person at the keyboard can put right: `message` is one sentence that names what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** The text of anything that was thrown, in one line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\s+/g, ' ').trim();
}
