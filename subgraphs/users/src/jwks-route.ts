import { sendJson, type Route } from '@skillswap/kit/route';
import type { SigningKeys } from './signing-keys.ts';

/** Answers the public keys with which access tokens are verified. */
export function jwksRoute(keys: SigningKeys): Route {
  return async (_request, response) => {
    response.setHeader('cache-control', 'public, max-age=60');
    sendJson(response, 200, { keys: await keys.published() });
  };
}
