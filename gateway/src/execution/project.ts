import {
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { unauthorizedField } from '@skillswap/kit/errors';
import { clientName } from './data-names.ts';
import type { ClientError, Failures } from './failures.ts';
import { getOwn, isObject, setOwn, type JsonObject } from './json.ts';
import type { ResponsePath } from './positions.ts';
import type { FieldShape, ObjectShape } from './shape.ts';
import { internalError } from './subgraph-errors.ts';
import { typeNameOf } from './type-conditions.ts';

/** What projection needs besides the data. */
export interface Projection {
  readonly schema: GraphQLSchema;
  readonly failures: Failures;
  readonly requestId: string;
  /** Answers of `__schema` and `__type`, by response name. */
  readonly introspection: JsonObject;
}

/** A GraphQL response. */
export interface Projected {
  readonly data: JsonObject | null;
  readonly errors: readonly ClientError[];
}

/** The value is null where null may not be, and an error says so. */
const nullified = Symbol('nullified');
/** The entity does not exist, so neither does its object; no error unless that is required. */
const absent = Symbol('absent');
type Completed = string | number | boolean | JsonObject | readonly unknown[] | null | symbol;

interface Path {
  readonly previous: Path | null;
  readonly key: string | number;
}

interface Context extends Projection {
  readonly errors: ClientError[];
  readonly root: JsonObject;
}

/**
 * Makes the client's answer from merged data: the fields that the operation selects in its order,
 * each of the type that the client schema promises, with null where that fails and an error at the
 * place, carried outwards to the nearest place that may be null.
 */
export function project(root: JsonObject, shape: ObjectShape, projection: Projection): Projected {
  const errors = projection.failures.reported.map(withClientPath);
  const data = completeObject(root, shape, null, { ...projection, errors, root });
  return { data: isObject(data) ? data : null, errors: distinct(errors) };
}

function withClientPath({ path, ...error }: ClientError): ClientError {
  return path === undefined ? error : { ...error, path: path.map(clientName) };
}

function completeObject(
  source: JsonObject,
  shape: ObjectShape,
  path: Path | null,
  context: Context,
): Completed {
  // The planner leaves the type out where no selection depends on it.
  const runtimeType = (shape.isAbstract ? typeNameOf(source) : undefined) ?? shape.typeName;
  const fields = shape.fieldsOf(runtimeType);
  if (fields === null) {
    report(context, path, internalError(context.requestId));
    return null;
  }
  const output: JsonObject = {};
  for (const field of fields) {
    const value = completeField(source, field, runtimeType, path, context);
    if (typeof value === 'symbol') return value;
    setOwn(output, field.responseName, value);
  }
  return output;
}

function completeField(
  source: JsonObject,
  { responseName, coordinate, content }: FieldShape,
  runtimeType: string,
  parent: Path | null,
  context: Context,
): Completed {
  const path: Path = { previous: parent, key: responseName };
  switch (content.kind) {
    case 'typename':
      if (isObjectType(context.schema.getType(runtimeType))) return runtimeType;
      report(context, path, internalError(context.requestId));
      return nullified;
    case 'introspection':
      return toCompleted(getOwn(context.introspection, responseName));
    case 'denied': {
      const { message, extensions } = unauthorizedField();
      report(context, path, { message, extensions });
      return isNonNullType(content.type) ? nullified : null;
    }
    case 'field': {
      const { dataName } = content;
      const value = getOwn(source, dataName);
      if (value === undefined) return explainAbsence(source, dataName, content.type, path, context);
      return completeValue(value, content.type, content.below, coordinate, path, context);
    }
  }
}

/** The field never arrived: the failure that is to blame becomes its error. */
function explainAbsence(
  source: JsonObject,
  dataName: string,
  type: GraphQLOutputType,
  path: Path,
  context: Context,
): Completed {
  const failure = context.failures.explain(source, dataName);
  if (failure?.kind === 'missing') return isNonNullType(type) ? absent : null;
  if (failure?.kind === 'failed') report(context, path, failure.error);
  const isUnexplained = failure === undefined && (isNonNullType(type) || source === context.root);
  if (isUnexplained) report(context, path, internalError(context.requestId));
  return isNonNullType(type) ? nullified : null;
}

function completeValue(
  value: unknown,
  type: GraphQLOutputType,
  below: ObjectShape | null,
  coordinate: string,
  path: Path,
  context: Context,
): Completed {
  if (!isNonNullType(type)) {
    const completed = completeNullable(value, type, below, coordinate, path, context);
    return typeof completed === 'symbol' ? null : completed;
  }
  const completed = completeNullable(value, type.ofType, below, coordinate, path, context);
  if (completed === nullified) return nullified;
  if (completed !== null && completed !== absent) return completed;
  if (!isReported(context.errors, toPath(path))) {
    const { extensions } = internalError(context.requestId);
    const message = `Cannot return null for non-nullable field ${coordinate}.`;
    report(context, path, { message, extensions });
  }
  return nullified;
}

/** Completes a value whose place may be null; a symbol says that it has to be. */
function completeNullable(
  value: unknown,
  type: GraphQLOutputType,
  below: ObjectShape | null,
  coordinate: string,
  path: Path,
  context: Context,
): Completed {
  if (value === null || value === undefined) return null;
  if (isListType(type)) {
    if (!Array.isArray(value)) return invalid(path, context);
    const items: unknown[] = [];
    for (const [key, item] of value.entries()) {
      const completed = completeValue(
        item,
        type.ofType,
        below,
        coordinate,
        { previous: path, key },
        context,
      );
      if (typeof completed === 'symbol') return completed;
      items.push(completed);
    }
    return items;
  }
  if (below !== null) {
    return isObject(value) ? completeObject(value, below, path, context) : invalid(path, context);
  }
  return isLeaf(value, type) ? toCompleted(value) : invalid(path, context);
}

function invalid(path: Path, context: Context): null {
  report(context, path, internalError(context.requestId));
  return null;
}

/** Subgraphs serialise; what is left to check is that they speak of the same types. */
function isLeaf(value: unknown, type: GraphQLOutputType): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  if (!isScalarType(type)) return false;
  switch (type.name) {
    case 'String':
      return typeof value === 'string';
    case 'ID':
      return typeof value === 'string' || typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Int':
      return Number.isInteger(value);
    case 'Float':
      return typeof value === 'number';
    default:
      return true;
  }
}

function toCompleted(value: unknown): Completed {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return isObject(value) || Array.isArray(value) ? value : null;
}

function report({ errors }: Context, path: Path | null, error: Omit<ClientError, 'path'>): void {
  const place = toPath(path);
  errors.push(place.length === 0 ? error : { ...error, path: place });
}

/** True when an error at, above or below this place says already why it is null. */
function isReported(errors: readonly ClientError[], place: ResponsePath): boolean {
  return errors.some(({ path = [] }) => {
    const length = Math.min(path.length, place.length);
    return path.slice(0, length).every((key, index) => key === place[index]);
  });
}

function toPath(path: Path | null): ResponsePath {
  const keys: (string | number)[] = [];
  for (let at = path; at !== null; at = at.previous) keys.push(at.key);
  return keys.reverse();
}

function distinct(errors: readonly ClientError[]): readonly ClientError[] {
  if (errors.length < 2) return errors;
  const seen = new Map<string, ClientError>();
  for (const error of errors) {
    seen.set(JSON.stringify([error.path, error.extensions['code'], error.message]), error);
  }
  return [...seen.values()];
}
