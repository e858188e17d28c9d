import DataLoader from 'dataloader';
import {
  pageRequest,
  type ForwardArguments,
  type Page,
  type PageRequest,
} from '@skillswap/kit/connection';
import { badUserInput } from '@skillswap/kit/errors';

/** Where a newest-first list goes on. */
export interface NewestFirst {
  readonly at: Date;
  readonly id: string;
}

/** Reads the same page of several people's lists in one query, in the order of the ids. */
export type ListPages<Row> = (
  userIds: readonly string[],
  request: PageRequest<NewestFirst>,
) => Promise<Page<Row>[]>;

/**
 * Loads pages of people's lists. Everybody's page with the same arguments is read together, so that
 * a list of people costs as many queries as one person.
 */
export function createPageLoader<Row>(kind: string, list: ListPages<Row>) {
  const loaders = new Map<string, DataLoader<string, Page<Row>>>();
  return (userId: string, args: ForwardArguments): Promise<Page<Row>> => {
    const request = newestFirst(kind, args);
    const key = JSON.stringify(request);
    const loader = loaders.get(key) ?? new DataLoader((ids) => list(ids, request));
    loaders.set(key, loader);
    return loader.load(userId);
  };
}

/** Reads the arguments of a newest-first list. */
export function newestFirst(kind: string, args: ForwardArguments): PageRequest<NewestFirst> {
  return pageRequest(kind, 2, args, toKeyset);
}

function toKeyset([at, id]: (string | number)[]): NewestFirst {
  const instant = new Date(String(at));
  if (Number.isNaN(instant.getTime())) {
    throw badUserInput('The cursor does not belong to this list.', ['after']);
  }
  return { at: instant, id: String(id) };
}
