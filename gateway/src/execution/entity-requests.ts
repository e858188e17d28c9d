import { atEndOfTurn } from '../end-of-turn.ts';
import {
  isPlain,
  sendAsked,
  type Asked,
  type EntityAnswer,
  type EntityFetch,
  type OnBehalf,
} from './send-asked.ts';

/** What {@link createEntityRequests} needs. */
export interface EntityRequestOptions extends OnBehalf {
  /** Whether what was once answered holds for the whole run; not where the run changes things. */
  readonly remembers: boolean;
}

/** Asks for the entities of one run. */
export interface EntityRequests {
  /**
   * Answers the entities in the order of `representations`. The objects are the asker's own unless
   * the fetch brings scalars only.
   */
  ask(fetch: EntityFetch, representations: readonly string[]): Promise<EntityAnswer>;
}

/** Where the answer for a representation is, or will be. */
interface Remembered {
  readonly answer: Promise<EntityAnswer>;
  readonly index: number;
}

/**
 * Collects what is asked of one subgraph in one turn of the event loop and sends it as one request,
 * with an aliased `_entities` for each selection: answers that are read in one turn, as happens under
 * load, let the branches of a plan go on together, and one request less is worth more than all that
 * it carries. Nothing waits for what is not there yet. An entity of which a fetch wants scalars only
 * is asked for once per run and selection.
 */
export function createEntityRequests(options: EntityRequestOptions): EntityRequests {
  const collecting = new Map<string, Asked[]>();
  const remembered = new Map<string, Map<string, Remembered>>();

  const flush = (subgraph: string): void => {
    const asked = collecting.get(subgraph) ?? [];
    collecting.delete(subgraph);
    sendAsked(options, subgraph, asked);
  };

  const request = (fetch: EntityFetch, representations: readonly string[]): Promise<EntityAnswer> =>
    new Promise((answer) => {
      const waiting = collecting.get(fetch.subgraph);
      const asked = { fetch, representations, answer };
      if (waiting !== undefined) {
        waiting.push(asked);
        return;
      }
      collecting.set(fetch.subgraph, [asked]);
      atEndOfTurn(() => {
        flush(fetch.subgraph);
      });
    });

  const askRemembering = async (
    fetch: EntityFetch,
    representations: readonly string[],
  ): Promise<EntityAnswer> => {
    const key = `${fetch.subgraph} ${fetch.entities.selection}`;
    const known = remembered.get(key) ?? new Map<string, Remembered>();
    remembered.set(key, known);
    const unknown = representations.filter((representation) => !known.has(representation));
    if (unknown.length > 0) {
      const answer = request(fetch, unknown);
      for (const [index, representation] of unknown.entries()) {
        known.set(representation, { answer, index });
      }
      if (unknown.length === representations.length) return answer;
    }
    const entities: unknown[] = [];
    for (const representation of representations) {
      const place = known.get(representation);
      const answer = await place?.answer;
      if (place === undefined || answer === undefined) continue;
      if ('failure' in answer) return answer;
      // Errors are told with the entities that they are about, so these are asked for again.
      if (answer.entities === null || answer.errors.length > 0) {
        return request(fetch, representations);
      }
      entities.push(answer.entities[place.index]);
    }
    return { entities, errors: [] };
  };

  return {
    ask: (fetch, representations) =>
      options.remembers && isPlain(fetch)
        ? askRemembering(fetch, representations)
        : request(fetch, representations),
  };
}
