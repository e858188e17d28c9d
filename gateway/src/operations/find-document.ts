import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import { hasScope, type Partner, type Viewer } from '@skillswap/kit/viewer';
import type { Log } from '@skillswap/kit/log';
import type { Contract } from '../contracts.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Clients } from '../registry/clients.ts';
import { scopeNames, type KnownOperation, type Registry } from '../registry/registry.ts';

/** A document as a request names it; at least one of both is there. */
export interface AskedDocument {
  readonly query: string | null;
  /** See `documentIdOf`. */
  readonly documentId: string | null;
}

/** The document that is run. */
export interface FoundDocument {
  readonly document: DocumentNode;
  /** SHA-256 of its text, in hexadecimal. */
  readonly hash: string;
  /** Null for a text that is not registered. */
  readonly operation: KnownOperation | null;
}

/** Chooses the document of a request; throws a refusal when it may not be run. */
export type FindDocument = (
  asked: AskedDocument,
  viewer: Viewer,
  contract: Contract,
) => FoundDocument;

/** Whether apps of our own may send texts that are not registered: yes, yes but it is logged, no. */
export type Safelist = 'off' | 'log' | 'enforce';

/** What {@link createFindDocument} needs. */
export interface FindDocumentOptions {
  readonly clients: Clients;
  readonly safelist: Safelist;
  readonly log: Log;
}

/**
 * Partners run what is registered for them, by id. Everybody else may also send a text, which for our
 * apps can be bound to what they have registered; staff are free. Nothing is ever registered by
 * asking for it.
 */
export function createFindDocument(options: FindDocumentOptions): FindDocument {
  return (asked, viewer, contract) => {
    if (viewer.kind === 'partner') return findForPartner(options, asked, viewer, contract);
    return findForOthers(options, asked, contract);
  };
}

function findForPartner(
  options: FindDocumentOptions,
  { query, documentId }: AskedDocument,
  partner: Partner,
  contract: Contract,
): FoundDocument {
  if (!hasScope(partner, scopeNames.READ)) {
    throw refuse(403, 'FORBIDDEN', 'This API key may not run operations.');
  }
  if (documentId === null) {
    const message = 'Send the id of a registered operation instead of a text.';
    throw refuse(400, 'PERSISTED_QUERY_ID_REQUIRED', message);
  }
  if (query !== null) {
    throw refuse(400, 'CANNOT_SEND_PQ_ID_AND_BODY', 'Send the id alone, without a text.');
  }
  const list = requireRegistry(options).operationsOfPartner.get(partner.id);
  return run(options, list?.get(documentId), contract);
}

function findForOthers(
  options: FindDocumentOptions,
  { query, documentId }: AskedDocument,
  contract: Contract,
): FoundDocument {
  if (documentId === null) return findText(options, query ?? '', contract);
  const { operationsOfApps } = requireRegistry(options);
  const operation = operationsOfApps.get(documentId);
  // A client that sends its text along (Apollo's over sockets does) may have printed it otherwise.
  if (query === null || isRunnable(operation)) return run(options, operation, contract);
  if (hash(query) !== documentId) {
    throw refuse(400, 'BAD_REQUEST', 'The id is not the SHA-256 of the text.');
  }
  return findText(options, query, contract);
}

function findText(options: FindDocumentOptions, query: string, contract: Contract): FoundDocument {
  const { safelist, log } = options;
  if (safelist === 'off' || contract.audience !== 'mobile') {
    return { ...contract.documents.read(query), operation: null };
  }
  const id = hash(query);
  const operation = requireRegistry(options).operationsOfApps.get(id);
  if (isRunnable(operation) || safelist === 'enforce') {
    return run(options, operation, contract);
  }
  log.info({ documentId: id }, 'a text is not registered');
  return { ...contract.documents.read(query), operation: null };
}

function run(
  { clients }: FindDocumentOptions,
  operation: KnownOperation | undefined,
  contract: Contract,
): FoundDocument {
  if (operation === undefined) {
    throw refuse(404, 'PERSISTED_QUERY_NOT_IN_LIST', 'This operation is not registered.');
  }
  if (operation.text === null) throw retired();
  clients.count(operation.id);
  return { ...contract.registered.read(operation.hash, operation.text), operation };
}

function isRunnable(operation: KnownOperation | undefined): boolean {
  return operation !== undefined && operation.text !== null;
}

function retired(): Refusal {
  const extensions = { code: 'PERSISTED_QUERY_NOT_IN_LIST', reason: 'RETIRED' };
  return new Refusal(404, [{ message: 'This operation has been retired.', extensions }]);
}

function requireRegistry({ clients }: FindDocumentOptions): Registry {
  const known = clients.registry();
  if (known !== null) return known;
  const message = 'Registered operations cannot be looked up right now. Try again soon.';
  throw refuse(503, 'SERVICE_UNAVAILABLE', message, { 'retry-after': '2' });
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
