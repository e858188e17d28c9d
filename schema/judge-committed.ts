import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { contractFile, contractNames, type ContractName } from './contracts.ts';
import { judgeOperations, type OperationSafety } from './operation-safety.ts';
import { operationsFor, recordFile, type Manifests } from './registered-operations.ts';

/** The judgement over an audience's operations, beside what is committed about them. */
export interface JudgedAudience extends OperationSafety {
  readonly file: string;
  readonly recorded: string;
}

/** Judges the registered operations of every audience against contracts as they were composed. */
export function judgeCommitted(
  root: string,
  composed: ReadonlyMap<string, string>,
  manifests: Manifests,
): JudgedAudience[] {
  const today = new Date().toISOString().slice(0, 10);
  return contractNames.map((audience) => {
    const recorded = readRecord(root, audience);
    const contract = buildSchema(composed.get(contractFile(audience)) ?? '');
    const operations = operationsFor(audience, manifests);
    const safety = judgeOperations(operations, contract, recorded, today);
    return { ...safety, file: recordFile(audience), recorded };
  });
}

function readRecord(root: string, audience: ContractName): string {
  const path = join(root, recordFile(audience));
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
