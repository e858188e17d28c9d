/** Why something is refused, and which input field it is about. */
export interface Refusal<Code extends string> {
  readonly code: Code;
  readonly path: readonly string[];
}

/** One refusal of an input field. */
export function refusal<Code extends string>(code: Code, ...path: string[]): Refusal<Code> {
  return { code, path };
}

/** What came of an action: it was done, or refused for at least one reason and nothing changed. */
export type Outcome<Value, Code extends string> =
  | { readonly done: Value; readonly refusals: readonly [] }
  | { readonly done: null; readonly refusals: readonly Refusal<Code>[] };

/** The action was done. */
export function done<Value>(value: Value): Outcome<Value, never> {
  return { done: value, refusals: [] };
}

/** The action was refused. */
export function refused<Code extends string>(
  ...refusals: readonly Refusal<Code>[]
): Outcome<never, Code> {
  return { done: null, refusals };
}
