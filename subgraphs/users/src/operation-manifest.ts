import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OperationKind } from './registered-operation.ts';

/** Why a manifest is refused before any document in it is read. */
export type ManifestRefusal =
  | 'NOT_JSON'
  | 'INVALID_MANIFEST'
  | 'UNSUPPORTED_VERSION'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'WRONG_ID'
  | 'DUPLICATE_ID'
  | 'INVALID_TEXT';

/** One operation as the manifest names it. */
export interface ManifestOperation {
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly name: string;
  readonly kind: OperationKind;
  readonly text: string;
}

/** What is wrong, and where in the manifest. */
export interface ManifestProblem {
  readonly code: ManifestRefusal;
  readonly path: readonly string[];
  readonly message: string;
}

/** A manifest's operations, or everything that is wrong with it. */
export type ReadManifest =
  | { readonly operations: readonly ManifestOperation[]; readonly problems: readonly [] }
  | { readonly operations: null; readonly problems: readonly ManifestProblem[] };

const largestManifest = 1024 * 1024;
const largestText = 128 * 1024;
const longestName = 200;
const mostInManifest = 2_000;
const format = 'apollo-persisted-query-manifest';

const kinds = {
  query: 'QUERY',
  mutation: 'MUTATION',
  subscription: 'SUBSCRIPTION',
} as const satisfies Record<string, OperationKind>;

// Other members are allowed: newer tools add some that say nothing about what is run.
const envelope = z.object({ format: z.literal(format), version: z.unknown().optional() });
const operationShape = z.object({
  id: z.string(),
  name: z.string().min(1).max(longestName),
  type: z.enum(['query', 'mutation', 'subscription']),
  body: z.string(),
});

/**
 * Reads a manifest in Apollo's format. Ids must be the SHA-256 of their text, in hexadecimal, with or
 * without `sha256:` before it, and no two may be the same. Everything that is wrong is named at once.
 */
export function readManifest(json: string): ReadManifest {
  const problem = (code: ManifestRefusal, message: string): ReadManifest => ({
    operations: null,
    problems: [{ code, path: [], message }],
  });
  if (json.length > largestManifest || Buffer.byteLength(json) > largestManifest) {
    return problem('TOO_LARGE', 'The manifest is larger than 1 MiB.');
  }
  const parsed = parseJson(json);
  if (parsed === undefined) return problem('NOT_JSON', 'The manifest is not JSON.');
  const head = envelope.safeParse(parsed);
  if (!head.success) {
    return problem('INVALID_MANIFEST', `The manifest's "format" is not "${format}".`);
  }
  if (head.data.version !== 1) {
    return problem('UNSUPPORTED_VERSION', 'The manifest\'s "version" is not 1.');
  }
  const body = z.object({ operations: z.array(z.unknown()) }).safeParse(parsed);
  if (!body.success || body.data.operations.length === 0) {
    return problem('INVALID_MANIFEST', 'The manifest\'s "operations" is not a list of operations.');
  }
  if (body.data.operations.length > mostInManifest) {
    return problem('TOO_MANY', 'The manifest has more than 2,000 operations.');
  }
  return readOperations(body.data.operations);
}

function readOperations(entries: readonly unknown[]): ReadManifest {
  const operations: ManifestOperation[] = [];
  const problems: ManifestProblem[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const at = (code: ManifestRefusal, member: string | null, message: string): void => {
      const path = ['operations', String(index), ...(member === null ? [] : [member])];
      problems.push({ code, path, message });
    };
    const parsed = operationShape.safeParse(entry);
    if (!parsed.success) {
      for (const { path } of parsed.error.issues) {
        const member = path.length === 0 ? null : String(path[0]);
        at('INVALID_MANIFEST', member, `Operation ${String(index)}: ${wanted(member)}`);
      }
      continue;
    }
    const { id, name, type, body: text } = parsed.data;
    const label = `Operation ${String(index)}`;
    if (text.length > largestText) {
      at('TOO_LARGE', 'body', `${label}: the text has more than 131,072 characters.`);
      continue;
    }
    if (!isText(text) || !isText(name)) {
      at('INVALID_TEXT', 'body', `${label}: there are characters that are not text.`);
      continue;
    }
    const hash = createHash('sha256').update(text).digest('hex');
    if (id.replace(/^sha256:/, '') !== hash) {
      at('WRONG_ID', 'id', `${label} (${name}): the id is not the SHA-256 of the text.`);
      continue;
    }
    if (seen.has(hash)) {
      at('DUPLICATE_ID', 'id', `${label} (${name}): another operation has the same id.`);
      continue;
    }
    seen.add(hash);
    operations.push({ hash, name, kind: kinds[type], text });
  }
  return problems.length > 0 ? { operations: null, problems } : { operations, problems: [] };
}

function wanted(member: string | null): string {
  if (member === 'type') return '"type" is not query, mutation or subscription.';
  if (member === 'name') return `"name" is not text of 1 to ${String(longestName)} characters.`;
  return member === null ? 'this is not an operation.' : `"${member}" is not text.`;
}

/** Line ends and tabs apart, nothing in a document is a control character. */
function isText(text: string): boolean {
  return text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
