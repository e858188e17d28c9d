import { readFileSync } from 'node:fs';
import { isAlive } from './process-of.ts';

/** Names a process so that a later one that was given the same id is told apart. */
export function identityOf(pid: number): string {
  return `${String(pid)}@${startTime(pid)}`;
}

/** Whether the process that was named so is still there. */
export function isStillThere(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  return isAlive(pid) && identityOf(pid) === identity;
}

/** Clock ticks after boot, where the system tells; the 20th field after the command in parentheses. */
function startTime(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')
      .at(-1);
    return fields?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
