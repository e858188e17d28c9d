import { getOwn, type JsonObject } from './json.ts';

/** The named variables that have a value, as members of a JSON object. */
export function writeVariables(variables: JsonObject, names: readonly string[]): string[] {
  const members: string[] = [];
  for (const name of names) {
    const value = getOwn(variables, name);
    if (value !== undefined) members.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
  }
  return members;
}
