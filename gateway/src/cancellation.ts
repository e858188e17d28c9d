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

/**
 * What an `AbortController` does for one process's own code, at a small part of its price: every
 * request makes two of them and listens to them for every fetch.
 */
export function createCancellation(): CancellationSource {
  const listeners = new Set<() => void>();
  let given: { readonly reason: Error } | null = null;
  return {
    get aborted() {
      return given !== null;
    },
    get reason() {
      return given?.reason;
    },
    addEventListener(_type, listener) {
      listeners.add(listener);
    },
    removeEventListener(_type, listener) {
      listeners.delete(listener);
    },
    abort(reason) {
      if (given !== null) return;
      given = { reason };
      for (const listener of [...listeners]) listener();
    },
  };
}
