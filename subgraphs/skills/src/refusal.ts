/** Why something is not done, and which input field is the reason. */
export interface Refusal<Code extends string> {
  readonly refused: Code;
  readonly path: readonly string[];
}

/** True when a decision came out as a refusal. */
export function isRefusal<Code extends string>(
  outcome: object | Refusal<Code>,
): outcome is Refusal<Code> {
  return 'refused' in outcome;
}
