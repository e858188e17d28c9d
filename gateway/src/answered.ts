import type { ClientError } from './execution/failures.ts';

/** How an operation, or one event of a subscription, was answered. */
export interface Answered {
  /** The response's `data`, as JSON text. */
  readonly data: string;
  readonly errors: readonly ClientError[];
  /** What the answer cost, by the same weights as its price. */
  readonly cost: number;
}

/** The response as JSON text; `extensions` is JSON text, too. */
export function toResponseText({ data, errors }: Answered, extensions?: string): string {
  const told = errors.length === 0 ? '' : `"errors":${JSON.stringify(errors)},`;
  const extended = extensions === undefined ? '' : `,"extensions":${extensions}`;
  return `{${told}"data":${data}${extended}}`;
}
