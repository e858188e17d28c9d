import { isEnumType, type GraphQLOutputType } from 'graphql';
import { quote } from './json.ts';

/**
 * Writes values of a scalar or an enum as JSON. A value that is none of the type is answered with
 * null; one that is an enum's but hidden from the client, with the text `null`.
 */
export function leafText(type: GraphQLOutputType): (value: unknown) => string | null {
  return isEnumType(type)
    ? enumText(new Set(type.getValues().map(({ name }) => name)))
    : scalarText('name' in type ? type.name : '');
}

function enumText(names: ReadonlySet<string>): (value: unknown) => string | null {
  return (value) => {
    if (typeof value !== 'string') return null;
    return names.has(value) ? `"${value}"` : 'null';
  };
}

function scalarText(name: string): (value: unknown) => string | null {
  switch (name) {
    case 'String':
      return (value) => (typeof value === 'string' ? quote(value) : null);
    case 'ID':
      return (value) => {
        if (typeof value === 'string') return quote(value);
        return typeof value === 'number' ? String(value) : null;
      };
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? String(value) : null);
    case 'Int':
      return (value) => (Number.isInteger(value) ? String(value) : null);
    case 'Float':
      return (value) => (typeof value === 'number' ? String(value) : null);
    default:
      return (value) => JSON.stringify(value);
  }
}
