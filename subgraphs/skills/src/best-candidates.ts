import { circleSize, placeOnCircle } from './person.ts';
import type { SkillType } from './skill.ts';

/** Owners of skills that answer one of the viewer's, as the index has them. */
export interface Answering {
  /** Whether they teach or want to learn it. */
  readonly type: SkillType;
  readonly userIds: readonly string[];
  /** The owners' places on the circle, in the same order; null where the store has none. */
  readonly circles: readonly (number | null)[];
}

/** For whom the best are looked for. */
export interface Looking {
  readonly viewerId: string;
  readonly without: readonly string[];
  readonly limit: number;
}

interface Tally {
  readonly userId: string;
  /** How far the person follows the viewer on the circle. */
  readonly ahead: number;
  teaches: number;
  learns: number;
}

/**
 * The best of those who answer, at most `limit`: those who teach and learn first, then those who
 * answer more, then those who follow the viewer on the circle.
 */
export function bestCandidates(
  lists: readonly Answering[],
  { viewerId, without, limit }: Looking,
): string[] {
  const start = placeOnCircle(viewerId);
  const tallies = new Map<string, Tally>();
  for (const { type, userIds, circles } of lists) {
    for (const [at, userId] of userIds.entries()) {
      let tally = tallies.get(userId);
      if (tally === undefined) {
        const place = circles[at] ?? placeOnCircle(userId);
        const ahead = (place - start + circleSize) % circleSize;
        tally = { userId, ahead, teaches: 0, learns: 0 };
        tallies.set(userId, tally);
      }
      if (type === 'TEACH') tally.teaches += 1;
      else tally.learns += 1;
    }
  }
  for (const userId of without) tallies.delete(userId);
  const best = [...tallies.values()].sort(byFit).slice(0, limit);
  return best.map(({ userId }) => userId);
}

function byFit(a: Tally, b: Tally): number {
  return (
    ways(b) - ways(a) ||
    b.teaches + b.learns - (a.teaches + a.learns) ||
    a.ahead - b.ahead ||
    (a.userId < b.userId ? 1 : -1)
  );
}

/** 1 for one way, 2 for both. */
function ways({ teaches, learns }: Tally): number {
  return Math.sign(teaches) + Math.sign(learns);
}
