/** Tells those who work for somebody that it is in vain; an `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A cancellation and how to cause it, once. */
export interface CancellationSource extends Cancellation {
  abort(reason: Error): void;
}

/** A cancellation that nobody has caused yet. */
export function createCancellation(): CancellationSource {
  return new OneCancellation();
}

/**
 * What an `AbortController` does for one process's own code, at a small part of its price: every
 * request makes two of them and listens to them for every fetch. A class, because closures would
 * cost as much as all the rest of it.
 */
class OneCancellation implements CancellationSource {
  aborted = false;
  reason: Error | undefined = undefined;
  /** Few at a time, so that to look through them is cheapest. */
  #listeners: (() => void)[] = [];

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const at = this.#listeners.indexOf(listener);
    if (at !== -1) this.#listeners.splice(at, 1);
  }

  abort(reason: Error): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of [...this.#listeners]) listener();
  }
}
