/** Events on their way from a source that pushes to a reader that pulls. */
export interface EventQueue<Event> {
  /** Adds an event; false when the queue is full and the event was not taken. */
  push(event: Event): boolean;
  /** Ends after what is queued; with a reason, the reader gets it as a rejection. */
  end(reason?: Error): void;
  /** The next event, or null at the end. One reader at a time. */
  next(): Promise<Event | null>;
}

interface Reader<Event> {
  resolve(event: Event | null): void;
  reject(reason: Error): void;
}

/** A queue of at most `limit` events. */
export function createEventQueue<Event>(limit: number): EventQueue<Event> {
  const queued: Event[] = [];
  let reader: Reader<Event> | null = null;
  let ended: { readonly reason: Error | undefined } | null = null;

  const settle = (waiting: Reader<Event>, reason: Error | undefined): void => {
    if (reason === undefined) waiting.resolve(null);
    else waiting.reject(reason);
  };

  return {
    push(event) {
      if (ended !== null) return true;
      if (reader !== null) {
        const waiting = reader;
        reader = null;
        waiting.resolve(event);
        return true;
      }
      if (queued.length >= limit) return false;
      queued.push(event);
      return true;
    },
    end(reason) {
      if (ended !== null) return;
      ended = { reason };
      if (reader !== null) settle(reader, reason);
      reader = null;
    },
    next() {
      const event = queued.shift();
      if (event !== undefined) return Promise.resolve(event);
      return new Promise((resolve, reject) => {
        if (ended === null) reader = { resolve, reject };
        else settle({ resolve, reject }, ended.reason);
      });
    },
  };
}
