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

/** Clock ticks from boot to the start of a process, where the system tells; none for one that has ended. */
function startTime(pid: number): string {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The second field is the command in parentheses, which may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
