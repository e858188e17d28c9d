import { refuse } from '../refusal.ts';

/** How an answer is written. */
export interface Negotiated {
  readonly mediaType: 'application/json' | 'application/graphql-response+json';
  /** The client knows only `application/json`, where wrong documents are told with status 200. */
  readonly isLegacy: boolean;
}

const graphqlResponse = 'application/graphql-response+json';
const json = 'application/json';

/** Answers when nothing is known about what the client accepts. */
export const plainJson: Negotiated = { mediaType: json, isLegacy: false };

interface Accepted {
  readonly range: string;
  readonly quality: number;
}

const mostHeaders = 100;
const negotiated = new Map<string, Negotiated>();

/** Chooses by the `Accept` header; throws 406 when nothing we write is accepted. */
export function negotiate(accept: string | undefined): Negotiated {
  if (accept === undefined || accept.trim() === '') return plainJson;
  const known = negotiated.get(accept);
  if (known !== undefined) return known;
  const chosen = choose(accept);
  // Clients have a few habits; who makes headers up does not fill the memory.
  if (negotiated.size < mostHeaders) negotiated.set(accept, chosen);
  return chosen;
}

function choose(accept: string): Negotiated {
  const accepted = parseAccept(accept);
  const ours = accepted.find(
    ({ range }) => matches(range, graphqlResponse) || matches(range, json),
  );
  if (ours === undefined) {
    throw refuse(406, 'NOT_ACCEPTABLE', `Accept ${graphqlResponse} or ${json}.`);
  }
  const others = accepted.filter(({ range }) => range !== json);
  return ours.range === graphqlResponse
    ? { mediaType: graphqlResponse, isLegacy: false }
    : { mediaType: json, isLegacy: ours.range === json && others.length === 0 };
}

/** True when the client is a browser that wants a page. */
export function wantsPage(accept: string | undefined): boolean {
  const [preferred] = parseAccept(accept ?? '');
  return preferred?.range === 'text/html';
}

function parseAccept(accept: string): Accepted[] {
  return accept
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
      return { range, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ range, quality }) => range !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

function matches(range: string, mediaType: string): boolean {
  return range === mediaType || range === '*/*' || range === 'application/*';
}
