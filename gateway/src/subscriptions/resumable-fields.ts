import {
  getNullableType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** How a subscription goes on after an event: `argument` takes what the event has in `field`. */
export interface ResumableField {
  readonly argument: string;
  /** The argument's type, as a variable of an operation declares it. */
  readonly argumentType: string;
  readonly field: string;
}

/** The subscriptions that go on after an event, by name. */
export type ResumableFields = ReadonlyMap<string, ResumableField>;

/**
 * The subscriptions that their owner declares `@resumable`, by name. Such a subscription answers
 * what follows the given event, in order and without holes, and without the argument what happens
 * from now on. Throws when a declaration names an argument or a field that is not there.
 */
export function readResumableFields(
  supergraph: DocumentNode,
  schema: GraphQLSchema,
): ResumableFields {
  const root = schema.getSubscriptionType();
  const resumable = new Map<string, ResumableField>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (root?.name !== definition.name.value) continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const stated = directives.find((directive) => directive.name.value === 'resumable');
      if (stated === undefined) continue;
      const texts = new Map(
        (stated.arguments ?? []).map((given) => [
          given.name.value,
          given.value.kind === Kind.STRING ? given.value.value : '',
        ]),
      );
      const argument = texts.get('argument') ?? '';
      const field = texts.get('field') ?? '';
      const argumentType = typeOfArgument(schema, name.value, argument);
      if (argumentType === null || !hasEventField(schema, name.value, field)) {
        throw new Error(
          `Subscription.${name.value} is declared resumable by ${argument} from ${field}, which do not fit it`,
        );
      }
      resumable.set(name.value, { argument, argumentType, field });
    }
  }
  return resumable;
}

/** Null when there is none that may be left out. */
function typeOfArgument(schema: GraphQLSchema, subscription: string, name: string): string | null {
  const field = schema.getSubscriptionType()?.getFields()[subscription];
  const argument = field?.args.find((candidate) => candidate.name === name);
  if (argument === undefined || argument.defaultValue !== undefined) return null;
  return getNullableType(argument.type) === argument.type ? String(argument.type) : null;
}

function hasEventField(schema: GraphQLSchema, subscription: string, name: string): boolean {
  const field = schema.getSubscriptionType()?.getFields()[subscription];
  const event = field === undefined ? undefined : getNullableType(field.type);
  return (isObjectType(event) || isInterfaceType(event)) && name in event.getFields();
}
