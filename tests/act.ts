import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { z } from 'zod';
import { ask } from './graph.ts';
import { RefusedError, type Endpoint, type Person } from './journey/person.ts';

const schema = buildSchema(
  await readFile(new URL('../schema/api.graphql', import.meta.url), 'utf8'),
);
const payloadShape = z.looseObject({
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});

/** What a mutation answered. */
export type Payload = z.infer<typeof payloadShape>;

/** What somebody asks for, by the names of the input's fields. */
export type Wish = Readonly<Record<string, unknown>>;

/** Gives people of a story hands: each runs a mutation by its name. */
export function actAt(endpoint: Endpoint) {
  /** What the mutation answers, of which `selection` is read; a GraphQL error throws. */
  const act = async (person: Person, mutation: string, input: Wish, selection = '') => {
    const [argument] = schema.getMutationType()?.getFields()[mutation]?.args ?? [];
    if (argument === undefined) throw new Error(`there is no mutation ${mutation}`);
    const operation = `mutation ($input: ${String(argument.type)}) {
      ${mutation}(input: $input) { ${selection} userErrors { code path } }
    }`;
    const { data, errors } = await ask(endpoint, person, operation, { input });
    if (data === null || errors.length > 0) {
      throw new RefusedError(`${mutation}: ${JSON.stringify(errors)}`);
    }
    return payloadShape.parse(data[mutation]);
  };
  /** Does what is expected to work, and answers the id of what it made or changed. */
  const make = async (person: Person, mutation: string, input: Wish, entity: string) => {
    const payload = await act(person, mutation, input, `${entity} { id }`);
    const made = z.object({ id: z.string() }).safeParse(payload[entity]);
    if (!made.success) throw new RefusedError(`${mutation}: ${JSON.stringify(payload)}`);
    return made.data.id;
  };
  return { act, make };
}

/** The codes of a refusal, and of none when it is done. */
export function codesOf({ userErrors }: Payload): string[] {
  return userErrors.map(({ code }) => code);
}
