/**
 * Does things together at the end of a turn of the event loop. Writes to sockets are cheaper one
 * after the other than with work in between: whoever is written to is woken once and then finds all
 * of it, where it would fall asleep and be woken again for each.
 */
let waiting: (() => void)[] = [];

/**
 * Calls `action`, which may not throw, when everything that has arrived was looked at; in the order
 * of asking. What is asked for meanwhile belongs to the same turn.
 */
export function atEndOfTurn(action: () => void): void {
  if (waiting.push(action) === 1) setImmediate(endTurn);
}

function endTurn(): void {
  // An array's iterator also comes to what is added on the way.
  for (const action of waiting) action();
  waiting = [];
}
