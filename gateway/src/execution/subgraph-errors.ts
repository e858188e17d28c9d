import { errorCodes, maskedError } from '@skillswap/kit/errors';
import { isObject } from './json.ts';
import type { UnplacedError } from './failures.ts';

/** Codes with which a subgraph speaks to the client; every other error is our fault. */
const passed: ReadonlySet<unknown> = new Set(
  errorCodes.filter(
    (code) =>
      code !== 'INTERNAL_SERVER_ERROR' &&
      code !== 'BAD_REQUEST' &&
      code !== 'GRAPHQL_PARSE_FAILED' &&
      code !== 'GRAPHQL_VALIDATION_FAILED' &&
      code !== 'OPERATION_RESOLUTION_FAILURE',
  ),
);

/** Details that may stand beside the code. */
const details = ['retryAfterSeconds', 'argumentPath'] as const;

/** An error as a subgraph answered it. */
export interface SubgraphError {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Reads the `errors` of a subgraph's answer; what does not look like an error is left out. */
export function readErrors(errors: unknown): SubgraphError[] {
  if (!Array.isArray(errors)) return [];
  const objects: unknown[] = errors;
  return objects.filter(isObject).map(({ message, path, extensions }) => ({
    message: typeof message === 'string' ? message : '',
    path: readPath(path),
    extensions: isObject(extensions) ? extensions : {},
  }));
}

/** What of a subgraph's error the client may see. */
export function toClient({ message, extensions }: SubgraphError, requestId: string): UnplacedError {
  const code = extensions['code'];
  if (!passed.has(code)) return internalError(requestId);
  const kept: Record<string, unknown> = { code };
  for (const name of details) if (name in extensions) kept[name] = extensions[name];
  return { message, extensions: kept };
}

/** The fixed text for our own faults; the cause is in the log under the request id. */
export function internalError(requestId: string): UnplacedError {
  const { message, extensions } = maskedError();
  return { message, extensions: { ...extensions, requestId } };
}

function readPath(path: unknown): (string | number)[] {
  const elements: unknown[] = Array.isArray(path) ? path : [];
  return elements.filter(isPathElement);
}

function isPathElement(element: unknown): element is string | number {
  return typeof element === 'string' || typeof element === 'number';
}
