import type { ClientError } from './execution/failures.ts';

/** How an operation, or one event of a subscription, was answered. */
export interface Answered {
  /** The response's `data`, as JSON text. */
  readonly data: string;
  readonly errors: readonly ClientError[];
  /** What the answer cost, by the same weights as its price. */
  readonly cost: number;
  /** `data` as bytes, where several get the same answer. */
  readonly bytes?: Buffer;
}

/** The response as JSON text; `extensions` is JSON text, too. */
export function toResponseText(answered: Answered, extensions?: string): string {
  const { start, end } = frameResponse(answered, extensions);
  return `${start}${answered.data}${end}`;
}

/** What stands before and after `data` in the response. */
export function frameResponse(
  { errors }: Answered,
  extensions?: string,
): { readonly start: string; readonly end: string } {
  const told = errors.length === 0 ? '' : `"errors":${JSON.stringify(errors)},`;
  const extended = extensions === undefined ? '' : `,"extensions":${extensions}`;
  return { start: `{${told}"data":`, end: `${extended}}` };
}
