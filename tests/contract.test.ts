import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { checkout } from '../engines/src/checkout.ts';

it('the composed graph, the access manifest and the generated types are current', async () => {
  const run = promisify(execFile)(process.execPath, ['schema/check-generated.ts'], {
    cwd: checkout,
  });
  await expect(run).resolves.toMatchObject({ stderr: '' });
}, 120_000);
