import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Something that clients are to stop using. */
export interface Deprecation {
  readonly coordinate: string;
  readonly reason: string;
  /** The day until which it works, as YYYY-MM-DD; null when the reason does not say. */
  readonly removeAfter: string | null;
}

const form = /^Use `(?<replacement>[\w.():]+)`.*\bRemove after (?<day>\d{4}-\d{2}-\d{2})\.$/s;

/** Everything of the schema that is deprecated. */
export function deprecationsOf(schema: GraphQLSchema): Deprecation[] {
  return elements(schema)
    .filter(({ deprecationReason }) => typeof deprecationReason === 'string')
    .map(({ coordinate, deprecationReason }) => ({
      coordinate,
      reason: deprecationReason ?? '',
      removeAfter: form.exec(deprecationReason ?? '')?.groups?.['day'] ?? null,
    }));
}

/** A deprecation tells clients what to use instead, which exists, and how long they have. */
export function lintDeprecations(schema: GraphQLSchema): string[] {
  const known = new Set(elements(schema).map(({ coordinate }) => coordinate));
  return deprecationsOf(schema).flatMap(({ coordinate, reason }) => {
    const { replacement = '', day = '' } = form.exec(reason)?.groups ?? {};
    if (!isDay(day)) {
      const wanted = 'Use `Type.field`. Remove after YYYY-MM-DD.';
      return [`${coordinate}: is deprecated without replacement or date; say "${wanted}"`];
    }
    return known.has(replacement)
      ? []
      : [`${coordinate}: is deprecated in favour of ${replacement}, which does not exist`];
  });
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

interface Element {
  readonly coordinate: string;
  readonly deprecationReason?: string | null | undefined;
}

function elements(schema: GraphQLSchema): Element[] {
  return Object.values(schema.getTypeMap()).flatMap(elementsOf);
}

function elementsOf(type: GraphQLNamedType): Element[] {
  const within = (member: { name: string; deprecationReason?: string | null | undefined }) => ({
    coordinate: `${type.name}.${member.name}`,
    deprecationReason: member.deprecationReason,
  });
  if (isEnumType(type)) return type.getValues().map(within);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(within);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    within(field),
    ...field.args.map(({ name, deprecationReason }) => ({
      coordinate: `${type.name}.${field.name}(${name}:)`,
      deprecationReason,
    })),
  ]);
}
