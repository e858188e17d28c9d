import { readBody, sendJson, BodyTooLargeError, type Route } from '@skillswap/kit/route';
import { identityCallbackPath } from './identity-providers.ts';

const bodyLimit = 16 * 1024;
const passedOn = ['code', 'state', 'error', 'iss', 'user'];

/**
 * Passes on what a provider posts, by a form, to the page that waits for it. It reads nothing of it:
 * without the flow's token, which only the client has, an answer is good for nothing.
 */
export function identityCallbackRoute(appUrl: string): Route {
  return async (request, response) => {
    const body = await readBody(request, bodyLimit).catch((error: unknown) => {
      if (error instanceof BodyTooLargeError) return null;
      throw error;
    });
    if (body === null) {
      sendJson(response, 413, { error: 'This is too large.' });
      return;
    }
    const form = new URLSearchParams(body.toString('utf8'));
    const page = new URL(identityCallbackPath, appUrl);
    for (const name of passedOn) {
      const value = form.get(name);
      if (value !== null) page.searchParams.set(name, value);
    }
    response.writeHead(303, { location: page.href, 'cache-control': 'no-store' }).end();
  };
}
