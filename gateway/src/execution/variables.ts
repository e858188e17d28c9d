import { clientName } from './data-names.ts';
import { getOwn, type JsonObject } from './json.ts';

/** The variables that a fetch names and the client gave a value, as members of a JSON object. */
export function writeVariables(variables: JsonObject, names: readonly string[]): string[] {
  const members: string[] = [];
  for (const name of names) {
    const value = getOwn(variables, clientName(name));
    if (value !== undefined) members.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
  }
  return members;
}
