import {
  encodeCursor,
  pageRequest,
  toConnection,
  toPage,
  type Connection,
  type ForwardArguments,
  type PageRequest,
} from '@skillswap/kit/connection';
import type { Skill } from './skill.ts';
import type { NewestKeyset } from './skill-search-repository.ts';

const lastInstant = 8.64e15;

/** Reads the paging arguments of a list whose newest come first. */
export function newestRequest(args: ForwardArguments): PageRequest<NewestKeyset> {
  return pageRequest('skill', 2, args, ([createdAt, id]) => {
    const isInstant = typeof createdAt === 'number' && Math.abs(createdAt) <= lastInstant;
    return isInstant ? { createdAt: new Date(createdAt), id: String(id) } : null;
  });
}

/** A place in such a list. */
export function newestCursor({ createdAt, id }: NewestKeyset): string {
  return encodeCursor('skill', [createdAt.getTime(), id]);
}

/** A page of skills that are all at hand, newest first. */
export function pageOfSkills(
  skills: readonly Skill[],
  { limit, after }: PageRequest<NewestKeyset>,
): Connection<Skill> {
  const rest = after === null ? skills : skills.filter((skill) => isAfter(skill, after));
  return toConnection(toPage(rest, limit), newestCursor, after !== null);
}

function isAfter({ createdAt, id }: Skill, after: NewestKeyset): boolean {
  const difference = createdAt.getTime() - after.createdAt.getTime();
  return difference < 0 || (difference === 0 && id < after.id);
}
