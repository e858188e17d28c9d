import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson, type Route } from '@skillswap/kit/route';
import type { Booking } from './booking.ts';
import { readCalendarFeed, type FeedOptions } from './calendar-feed.ts';

const path = /^\/calendar\/([\w-]{32})\.ics$/;

/**
 * Serves calendar feeds. Whoever has the address reads the feed; an address that is none, or no more,
 * is answered like any path at which there is nothing.
 */
export function calendarRoute(
  booking: Pick<Booking, 'stores' | 'people' | 'now'>,
  options: FeedOptions,
): Route {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const [, secret] = path.exec((request.url ?? '').split('?', 1)[0] ?? '') ?? [];
    const text = secret === undefined ? null : await readCalendarFeed(booking, secret, options);
    if (text === null) {
      sendJson(response, 404, { error: 'There is nothing here.' });
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=300',
    });
    response.end(text);
  };
}
