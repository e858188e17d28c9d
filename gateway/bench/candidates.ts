import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Candidate } from './candidate.ts';

const root = join(import.meta.dirname, '../..');
/** Where the npm packages of the other gateways are installed; they are no part of the product. */
export const peersFolder = join(import.meta.dirname, 'peers');

/** Started as `npm run gateway` starts it, flags of Node included. */
const ours: Candidate = {
  name: 'ours',
  title: 'this gateway',
  isPeer: false,
  command: ({ port, supergraphFile }) => {
    const [, ...args] = gatewayScript().split(' ');
    return {
      file: process.execPath,
      args: [...args, '--supergraph', supergraphFile, '--port', String(port)],
      folder: root,
    };
  },
};

const stock: Candidate = {
  name: 'apollo',
  title: '@apollo/server + @apollo/gateway',
  isPeer: true,
  command: ({ port, supergraphFile }) => ({
    file: process.execPath,
    args: [join(peersFolder, 'apollo.js'), supergraphFile, String(port)],
    env: { APOLLO_TELEMETRY_DISABLED: '1' },
  }),
};

/** Every gateway that can be measured on this machine, ours first. */
export const candidates: readonly Candidate[] = [ours, stock];

function gatewayScript(): string {
  const manifest = z.object({ scripts: z.object({ gateway: z.string() }) });
  return manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).scripts
    .gateway;
}
