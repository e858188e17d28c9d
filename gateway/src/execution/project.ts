import {
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { unauthorizedField } from '@skillswap/kit/errors';
import type { Answered } from '../answered.ts';
import type { FieldCost } from '../cost/field-costs.ts';
import { clientName } from './data-names.ts';
import type { ClientError, Failures, UnplacedError } from './failures.ts';
import { getOwn, isObject, type JsonObject } from './json.ts';
import { leafText } from './leaf-text.ts';
import type { ResponsePath } from './positions.ts';
import type { ResultTree } from './result-tree.ts';
import type { FieldShape, ObjectShape } from './shape.ts';
import { internalError } from './subgraph-errors.ts';
import { typeNameOf } from './type-conditions.ts';

/** What projection needs besides the shape. */
export interface Projection {
  readonly tree: ResultTree;
  readonly failures: Failures;
  readonly requestId: string;
  /** Answers of `__schema` and `__type`, by response name. */
  readonly introspection: JsonObject;
}

/**
 * Writes the client's answer from merged data: the fields that the operation selects in its order,
 * each of the type that the client schema promises, with null where that fails and an error at the
 * place, carried outwards to the nearest place that may be null.
 */
export type Project = (projection: Projection) => Answered;

interface Context extends Projection {
  readonly errors: ClientError[];
  /** Where the value is that is being written; only its first `depth` keys count. */
  readonly path: (string | number)[];
  /** What is written so far costs. */
  cost: number;
  /** What the objects cost whose text is written already. */
  readonly sharedCosts: Map<JsonObject, number>;
}

/** Writes a value at the place that the first `depth` keys of the context's path name. */
type Write = (value: unknown, context: Context, depth: number) => string;

// Besides JSON, what is written may be one of these, which no JSON text is.
/** The value is null where null may not be, and an error says so. */
const nullified = '';
/** The entity does not exist, so neither does its object; no error unless that is required. */
const absent = ' ';

/** Compiles the projection of a shape. */
export function compileProjection(schema: GraphQLSchema, shape: ObjectShape): Project {
  const write = compileObject(schema, shape, 0);
  return (projection) => {
    const errors = projection.failures.reported
      .map(withClientPath)
      .filter(({ path = [] }) => concernsClient(path, shape, projection));
    const sharedCosts = new Map<JsonObject, number>();
    const context: Context = { ...projection, errors, path: [], cost: 0, sharedCosts };
    const data = write(projection.tree.root, context, 0);
    return {
      data: data === nullified || data === absent ? 'null' : data,
      errors: distinct(errors),
      cost: context.cost,
    };
  };
}

function withClientPath({ path, ...error }: ClientError): ClientError {
  return path === undefined ? error : { ...error, path: path.map(clientName) };
}

/**
 * False for an error of a field that the client does not select of this object: a fetch for objects
 * of several types asks all of them for what is selected of one. It counts when it cost the object.
 */
function concernsClient(
  path: ResponsePath,
  shape: ObjectShape,
  { tree, failures }: Projection,
): boolean {
  let value: unknown = tree.root;
  let below: ObjectShape | null = shape;
  for (const key of path) {
    if (typeof key === 'number') value = Array.isArray(value) ? value[key] : null;
    else {
      if (!isObject(value) || below === null) return true;
      const fields: readonly FieldShape[] = below.fieldsOf(typeNameIn(value, below)) ?? [];
      const field = fields.find(({ responseName }) => responseName === key);
      if (field === undefined) return failures.explain(value, key) !== undefined;
      if (field.content.kind !== 'field') return true;
      value = value[field.content.dataName];
      below = field.content.below;
    }
  }
  return true;
}

/** The planner leaves the type out where no selection depends on it. */
function typeNameIn(value: JsonObject, { isAbstract, typeName }: ObjectShape): string {
  return (isAbstract ? typeNameOf(value) : undefined) ?? typeName;
}

interface FieldWriter {
  /** The field's name as JSON has it, with what separates it from the field before. */
  readonly start: string;
  readonly write: (source: JsonObject, context: Context, depth: number) => string;
}

function compileObject(schema: GraphQLSchema, shape: ObjectShape, cost: number): Write {
  const byType = new Map<string, readonly FieldWriter[] | null>();
  const compileType = (typeName: string): readonly FieldWriter[] | null => {
    const fields = shape.fieldsOf(typeName);
    if (fields === null) return null;
    return fields.map((field, index) => ({
      start: `${index === 0 ? '' : ','}${JSON.stringify(field.responseName)}:`,
      write: compileField(schema, field, typeName),
    }));
  };
  const needsType = shape.isAbstract && shape.dependsOnType;
  return (value, context, depth) => {
    if (value === null || value === undefined) return 'null';
    if (!isObject(value)) return invalid(context, depth);
    context.cost += cost;
    const { shared, root } = context.tree;
    const written = shared.size === 0 ? undefined : shared.get(value);
    if (written !== undefined && written !== '') {
      context.cost += context.sharedCosts.get(value) ?? 0;
      return written;
    }
    const costBefore = context.cost;
    const typeName = typeNameIn(value, shape);
    let fields = byType.get(typeName);
    if (fields === undefined) {
      fields = compileType(typeName);
      byType.set(typeName, fields);
    }
    // What the client schema hides is nothing to a client: no error says what it would be.
    if (fields === null) return 'null';
    if (needsType && !isObjectType(schema.getType(typeName))) {
      // Whoever knows what an interface object stands for has failed, so it could be anything.
      const failure = context.failures.explain(value, '__typename');
      if (failure?.kind === 'failed') report(context, depth, failure.error);
      if (failure?.kind === 'failed' || failure?.kind === 'reported') return 'null';
    }
    const errorsBefore = context.errors.length;
    let text = '{';
    for (const { start, write } of fields) {
      const field = write(value, context, depth);
      if (field === nullified || field === absent) return field;
      text += start + field;
    }
    text += '}';
    // An error belongs to one position, so that others would have to report it, too.
    const holdsElsewhere = written === '' && context.errors.length === errorsBefore;
    if (holdsElsewhere && value !== root) {
      shared.set(value, text);
      context.sharedCosts.set(value, context.cost - costBefore);
    }
    return text;
  };
}

function compileField(
  schema: GraphQLSchema,
  { responseName, coordinate, content }: FieldShape,
  parentType: string,
): FieldWriter['write'] {
  switch (content.kind) {
    case 'typename': {
      if (isObjectType(schema.getType(parentType))) return () => JSON.stringify(parentType);
      return (_source, context, depth) => {
        context.path[depth] = responseName;
        report(context, depth + 1, internalError(context.requestId));
        return nullified;
      };
    }
    case 'introspection':
      return (_source, { introspection }) =>
        JSON.stringify(getOwn(introspection, responseName) ?? null);
    case 'denied': {
      const text = isNonNullType(content.type) ? nullified : 'null';
      return (_source, context, depth) => {
        context.path[depth] = responseName;
        const { message, extensions } = unauthorizedField();
        report(context, depth + 1, { message, extensions });
        return text;
      };
    }
    case 'field': {
      const { dataName, type, below, cost } = content;
      const write = costing(cost.once, compileValue(schema, type, below, cost, coordinate));
      return (source, context, depth) => {
        const value = source[dataName];
        context.path[depth] = responseName;
        return value === undefined
          ? explainAbsence(source, dataName, type, context, depth + 1)
          : write(value, context, depth + 1);
      };
    }
  }
}

/** The field never arrived: the failure that is to blame becomes its error. */
function explainAbsence(
  source: JsonObject,
  dataName: string,
  type: GraphQLOutputType,
  context: Context,
  depth: number,
): string {
  const failure = context.failures.explain(source, dataName);
  if (failure?.kind === 'missing') return isNonNullType(type) ? absent : 'null';
  if (failure?.kind === 'failed') report(context, depth, failure.error);
  const isUnexplained =
    failure === undefined && (isNonNullType(type) || source === context.tree.root);
  if (isUnexplained) report(context, depth, internalError(context.requestId));
  return isNonNullType(type) ? nullified : 'null';
}

function compileValue(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  below: ObjectShape | null,
  cost: FieldCost,
  coordinate: string,
): Write {
  if (!isNonNullType(type)) {
    const write = compileNullable(schema, type, below, cost, coordinate);
    return (value, context, depth) => {
      const text = write(value, context, depth);
      return text === nullified || text === absent ? 'null' : text;
    };
  }
  const write = compileNullable(schema, type.ofType, below, cost, coordinate);
  return (value, context, depth) => {
    const text = write(value, context, depth);
    if (text !== 'null' && text !== absent) return text;
    const place = context.path.slice(0, depth);
    if (!isReported(context.errors, place)) {
      const { extensions } = internalError(context.requestId);
      const message = `Cannot return null for non-nullable field ${coordinate}.`;
      report(context, depth, { message, extensions });
    }
    return nullified;
  };
}

/** Writes a value whose place may be null; what is written may say that it has to be. */
function compileNullable(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  below: ObjectShape | null,
  cost: FieldCost,
  coordinate: string,
): Write {
  if (isListType(type)) {
    return writeList(compileValue(schema, type.ofType, below, cost, coordinate));
  }
  return below === null
    ? costing(cost.each, compileLeaf(type))
    : compileObject(schema, below, cost.each);
}

/** Counts a value that is not null. */
function costing(cost: number, write: Write): Write {
  if (cost === 0) return write;
  return (value, context, depth) => {
    if (value !== null && value !== undefined) context.cost += cost;
    return write(value, context, depth);
  };
}

function writeList(writeItem: Write): Write {
  return (value, context, depth) => {
    if (value === null || value === undefined) return 'null';
    if (!Array.isArray(value)) return invalid(context, depth);
    const items: unknown[] = value;
    let text = '[';
    for (let index = 0; index < items.length; index += 1) {
      context.path[depth] = index;
      const item = writeItem(items[index], context, depth + 1);
      if (item === nullified || item === absent) return item;
      text += index === 0 ? item : `,${item}`;
    }
    return `${text}]`;
  };
}

/** Subgraphs serialise; what is left to check is that they speak of the same types. */
function compileLeaf(type: GraphQLOutputType): Write {
  const write = leafText(type);
  return (value, context, depth) => {
    if (value === null || value === undefined) return 'null';
    return write(value) ?? invalid(context, depth);
  };
}

function invalid(context: Context, depth: number): string {
  report(context, depth, internalError(context.requestId));
  return 'null';
}

function report({ errors, path }: Context, depth: number, error: UnplacedError): void {
  errors.push(depth === 0 ? error : { ...error, path: path.slice(0, depth) });
}

/** True when an error at, above or below this place says already why it is null. */
function isReported(errors: readonly ClientError[], place: ResponsePath): boolean {
  return errors.some(({ path = [] }) => {
    const length = Math.min(path.length, place.length);
    return path.slice(0, length).every((key, index) => key === place[index]);
  });
}

function distinct(errors: readonly ClientError[]): readonly ClientError[] {
  if (errors.length < 2) return errors;
  const seen = new Map<string, ClientError>();
  for (const error of errors) {
    seen.set(JSON.stringify([error.path, error.extensions['code'], error.message]), error);
  }
  return [...seen.values()];
}
