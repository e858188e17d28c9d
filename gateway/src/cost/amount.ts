import type { JsonObject } from '../execution/json.ts';

/** A number, or how it follows from an operation's variables. */
export type Amount = number | ((variables: JsonObject) => number);

/** The number under these variables. */
export function valueOf(amount: Amount, variables: JsonObject): number {
  return typeof amount === 'number' ? amount : amount(variables);
}

/** All of them together. */
export function sum(amounts: readonly Amount[]): Amount {
  return fold(amounts, 0, (a, b) => a + b);
}

/** The largest of them; nothing when there are none. */
export function largest(amounts: readonly Amount[]): Amount {
  return fold(amounts, 0, Math.max);
}

/** One as many times as the other says. */
export function times(count: Amount, amount: Amount): Amount {
  if (amount === 0) return 0;
  return fold([count, amount], 1, (a, b) => a * b);
}

/** What does not depend on variables is worked out at once. */
function fold(
  amounts: readonly Amount[],
  first: number,
  combine: (a: number, b: number) => number,
): Amount {
  let fixed = first;
  const varying: ((variables: JsonObject) => number)[] = [];
  for (const amount of amounts) {
    if (typeof amount === 'number') fixed = combine(fixed, amount);
    else varying.push(amount);
  }
  if (varying.length === 0) return fixed;
  return (variables) => {
    let result = fixed;
    for (const amount of varying) result = combine(result, amount(variables));
    return result;
  };
}
