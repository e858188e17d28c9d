import { renameSync, writeFileSync } from 'node:fs';

/** Writes a JSON file so that a reader sees the old one or the new one, never a part. */
export function writeWhole(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
