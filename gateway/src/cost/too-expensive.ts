import { Refusal } from '../refusal.ts';

/** The operation can cost more than one operation may; asking for smaller pages helps. */
export function tooExpensive(requested: number, limit: number): Refusal {
  const message = `The operation may cost ${String(requested)}, and one operation at most ${String(limit)}. Ask for smaller pages or fewer fields.`;
  const extensions = { code: 'COST_ESTIMATED_TOO_EXPENSIVE', cost: { requested, limit } };
  return new Refusal(400, [{ message, extensions }]);
}
