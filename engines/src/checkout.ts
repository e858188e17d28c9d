import { join } from 'node:path';

/** The folder of the checkout this program belongs to. */
export const checkout = join(import.meta.dirname, '..', '..');

/** Where a running system keeps its data, logs and records. */
export const dataDir = join(checkout, '.data');
