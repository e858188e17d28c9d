import type { Log } from '@skillswap/kit/log';
import { isObject } from '../execution/json.ts';
import { readErrors, toClient } from '../execution/subgraph-errors.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { UpstreamEvent } from './upstreams.ts';

/** Worded as for a thing that does not exist. */
export function nothingThere(): Refusal {
  return refuse(200, 'FORBIDDEN', 'There is nothing here to subscribe to.');
}

/** The owner of a subscription has been away for longer than it is waited for. */
export function unreachable(): Refusal {
  const message = 'This subscription is not available right now. Try again soon.';
  return refuse(200, 'SUBREQUEST_HTTP_ERROR', message);
}

/** A subgraph that cannot start a subscription answers one result without data, then completes. */
export function isRefusal({ data, errors }: UpstreamEvent): boolean {
  const reasons = readErrors(errors);
  return !isObject(data) && reasons.length > 0 && reasons.every(({ path }) => path.length <= 1);
}

/** Whatever the owner says against the viewer sounds as if there were nothing. */
const hidden: ReadonlySet<unknown> = new Set([
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'UNAUTHORIZED_FIELD_OR_TYPE',
]);

/** What the client is told when the owner refuses or ends a subscription with errors. */
export function toRefusal(errors: unknown, requestId: string, log: Log): Refusal {
  const told = readErrors(errors).map((error) => {
    const { message, extensions } = toClient(error, requestId);
    if (extensions['code'] === 'INTERNAL_SERVER_ERROR') log.error({ error }, 'a subgraph failed');
    return { message, extensions: { ...extensions } };
  });
  const isHidden =
    told.length === 0 || told.some(({ extensions }) => hidden.has(extensions['code']));
  return isHidden ? nothingThere() : new Refusal(200, told);
}
