/** Somebody who looks again and again whether something has changed. */
export interface Looking extends AsyncDisposable {
  /** Looks now; what changed before is known when the promise is fulfilled. */
  now(): Promise<void>;
}

/**
 * Looks for the first time before it returns. `look` never rejects and says after how many
 * milliseconds to look again; two looks never run at once.
 */
export async function keepLooking(look: () => Promise<number>): Promise<Looking> {
  let running: Promise<void> | null = null;
  const again = { isAsked: false };
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;

  const isAskedAgain = (): boolean => again.isAsked;

  const lookAndWait = async (): Promise<void> => {
    let pause: number;
    do {
      again.isAsked = false;
      pause = await look();
    } while (isAskedAgain());
    running = null;
    if (!isOver) timer = setTimeout(() => void now(), pause).unref();
  };

  const now = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // A look that is under way may have read what has changed since.
    if (running !== null) again.isAsked = true;
    return (running ??= lookAndWait());
  };

  await now();
  return {
    now,
    async [Symbol.asyncDispose]() {
      isOver = true;
      again.isAsked = false;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
