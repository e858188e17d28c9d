import {
  encodeCursor,
  pageRequest,
  type ForwardArguments,
  type PageRequest,
} from '@skillswap/kit/connection';
import { badUserInput } from '@skillswap/kit/errors';

/** A place in a list that is ordered by time and, within a millisecond, by id. */
export interface TimeKeyset {
  readonly createdAt: Date;
  readonly id: string;
}

/** Reads the paging arguments of a list that shows the latest first. */
export function latestFirst(kind: string, forward: ForwardArguments): PageRequest<TimeKeyset> {
  return pageRequest(kind, 2, forward, ([milliseconds, id]) => {
    const createdAt = new Date(Number(milliseconds));
    if (Number.isNaN(createdAt.getTime())) {
      throw badUserInput('The cursor does not belong to this list.', ['after']);
    }
    return { createdAt, id: String(id) };
  });
}

/** The cursor of a place in such a list. */
export function timeCursor(kind: string, { createdAt, id }: TimeKeyset): string {
  return encodeCursor(kind, [createdAt.getTime(), id]);
}
