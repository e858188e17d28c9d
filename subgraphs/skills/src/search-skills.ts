import { badUserInput, unauthenticated } from '@skillswap/kit/errors';
import {
  encodeCursor,
  pageRequest,
  toConnection,
  type Connection,
  type ForwardArguments,
} from '@skillswap/kit/connection';
import { canonicalLanguage, refuseText } from '@skillswap/kit/text';
import type { Context } from './context.ts';
import { searchWords } from './label.ts';
import type { SessionMode, Skill, SkillLevel, SkillType } from './skill.ts';
import { newestCursor, newestRequest } from './skill-connection.ts';
import type { RelevanceKeyset, SkillSearch } from './skill-search-repository.ts';

/** What a search may be narrowed by, as clients give it. */
export interface SkillConditions {
  readonly type?: SkillType | null | undefined;
  readonly level?: SkillLevel | null | undefined;
  readonly language?: string | null | undefined;
  readonly mode?: SessionMode | null | undefined;
  readonly withinKm?: number | null | undefined;
}

/** A search as clients ask for it. */
export interface SearchArguments extends ForwardArguments {
  readonly text?: string | null | undefined;
  readonly filter?: SkillConditions | null | undefined;
}

const textLength = 200;
const furthestKm = 20_000;

/** Searches the skills of active people, without those between whom and the viewer is a block. */
export async function searchSkills(
  context: Context,
  { text, filter, ...page }: SearchArguments,
): Promise<Connection<Skill>> {
  const words = readWords(text ?? '');
  const search = await toSearch(context, filter ?? {});
  const { search: store } = context.stores;
  if (words === null) {
    const request = newestRequest(page);
    const found = await store.listNewest(search, request);
    return toConnection(found, newestCursor, request.after !== null);
  }
  const request = pageRequest('relevantSkill', 2, page, toRelevanceKeyset);
  const found =
    words.length === 0
      ? { rows: [], hasNextPage: false }
      : await store.listMostRelevant(words, search, request);
  const { edges, pageInfo } = toConnection(
    found,
    ({ relevance, skill }) => encodeCursor('relevantSkill', [relevance, skill.id]),
    request.after !== null,
  );
  return { edges: edges.map(({ cursor, node }) => ({ cursor, node: node.skill })), pageInfo };
}

/** Null when there is no text; no words when the text has nothing that can be found. */
function readWords(text: string): readonly string[] | null {
  const refusal = refuseText(text, textLength);
  if (refusal === 'EMPTY') return null;
  if (refusal === null) return searchWords(text);
  throw badUserInput('The text is too long or has control characters.', ['text']);
}

async function toSearch(context: Context, conditions: SkillConditions): Promise<SkillSearch> {
  const { type = null, level = null, mode = null, language, withinKm } = conditions;
  const canonical = language == null ? null : canonicalLanguage(language);
  if (language != null && canonical === null) {
    throw badUserInput('The language is not a BCP 47 tag.', ['filter', 'language']);
  }
  const [near, { either }] = await Promise.all([
    withinKm == null ? null : circleAround(context, withinKm),
    context.blocks(),
  ]);
  return { type, level, mode, language: canonical, near, withoutOwners: [...either] };
}

async function circleAround({ viewerId, personById }: Context, withinKm: number) {
  if (withinKm < 1 || withinKm > furthestKm) {
    throw badUserInput('"withinKm" must be between 1 and 20000.', ['filter', 'withinKm']);
  }
  if (viewerId === null) throw unauthenticated();
  const cell = (await personById.load(viewerId))?.cell ?? null;
  if (cell !== null) return { cell, withinKm };
  throw badUserInput('Set your location to search nearby.', ['filter', 'withinKm']);
}

function toRelevanceKeyset([relevance, id]: (string | number)[]): RelevanceKeyset | null {
  return typeof relevance === 'number' ? { relevance, id: String(id) } : null;
}
