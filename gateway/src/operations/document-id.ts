import { isObject } from '../execution/json.ts';
import { refuse } from '../refusal.ts';
import type { AskedDocument } from './find-document.ts';

const hashId = /^sha256:/;

/**
 * The id of the document that a request names: `documentId` of GraphQL over HTTP, or
 * `extensions.persistedQuery` of Apollo's clients. Null when it names none. A SHA-256 is answered
 * without its prefix. Throws a refusal for what is no id at all, and for two ids.
 */
export function documentIdOf(documentId: unknown, extensions: unknown): string | null {
  const inDocumentId = readId(documentId, '`documentId`');
  const inExtension = readExtension(extensions);
  if (inDocumentId !== null && inExtension !== null && inDocumentId !== inExtension) {
    throw refuse(400, 'BAD_REQUEST', '`documentId` and `persistedQuery` name two documents.');
  }
  return inDocumentId ?? inExtension;
}

/** The document of a subscribe message, which has a text always, though it may be empty. */
export function documentOfMessage({
  query,
  extensions,
}: {
  readonly query: string;
  readonly extensions?: unknown;
}): AskedDocument {
  const documentId = documentIdOf(null, extensions);
  return { query: documentId !== null && query.trim() === '' ? null : query, documentId };
}

function readExtension(extensions: unknown): string | null {
  const persistedQuery = isObject(extensions) ? extensions['persistedQuery'] : null;
  if (persistedQuery === null || persistedQuery === undefined) return null;
  if (!isObject(persistedQuery) || persistedQuery['version'] !== 1) {
    const message = '`extensions.persistedQuery` must have `version` 1 and `sha256Hash`.';
    throw refuse(400, 'BAD_REQUEST', message);
  }
  const id = readId(persistedQuery['sha256Hash'], '`extensions.persistedQuery.sha256Hash`');
  if (id !== null) return id;
  throw refuse(400, 'BAD_REQUEST', '`extensions.persistedQuery.sha256Hash` must be text.');
}

function readId(id: unknown, what: string): string | null {
  if (id === null || id === undefined) return null;
  if (typeof id === 'string' && id !== '') return id.replace(hashId, '');
  throw refuse(400, 'BAD_REQUEST', `${what} must be text.`);
}
