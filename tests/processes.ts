import { inject } from 'vitest';
import { killService } from './kill-process.ts';

/** Kills a process of the stories' system and waits until it is gone; its supervisor starts another. */
export function kill(service: string): Promise<void> {
  return killService(inject('dataDir'), service);
}
