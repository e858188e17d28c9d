import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Candidate, Command, Setting } from './candidate.ts';
import { peersFolder } from './peers.ts';

const root = join(import.meta.dirname, '../..');

/** Started as `npm run gateway` starts it, flags of Node included. */
const ours: Candidate = {
  name: 'ours',
  title: 'this gateway',
  isPeer: false,
  subscribes: true,
  command: ({ port, supergraphFile }) => {
    const [, ...args] = gatewayScript().split(' ');
    return {
      file: process.execPath,
      args: [
        ...args,
        '--supergraph',
        supergraphFile,
        '--forward',
        'authorization',
        '--port',
        String(port),
      ],
      folder: root,
    };
  },
};

const stock: Candidate = {
  name: 'apollo',
  title: '@apollo/server + @apollo/gateway',
  isPeer: true,
  subscribes: false,
  command: ({ port, supergraphFile }) => ({
    file: process.execPath,
    args: [join(peersFolder, 'apollo.js'), supergraphFile, String(port)],
    env: { APOLLO_TELEMETRY_DISABLED: '1' },
  }),
};

const hive: Candidate = {
  name: 'hive',
  title: 'Hive Gateway, JS planner',
  isPeer: true,
  subscribes: true,
  command: (setting) => hiveCommand(setting, ['--jit']),
};

const hiveRust: Candidate = {
  name: 'hive-rust',
  title: 'Hive Gateway, Rust planner',
  isPeer: true,
  subscribes: true,
  command: (setting) => hiveCommand(setting, ['--hive-router-runtime']),
};

function hiveCommand({ port, supergraphFile }: Setting, options: readonly string[]): Command {
  const program = join(peersFolder, 'node_modules/@graphql-hive/gateway/dist/bin.js');
  const config = join(peersFolder, 'hive.config.mjs');
  const common = ['--config-path', config, '--fork', '1', '--host', '127.0.0.1'];
  return {
    file: process.execPath,
    args: [program, 'supergraph', supergraphFile, ...common, '--port', String(port), ...options],
    folder: peersFolder,
  };
}

/** Not a gateway: the most that the load generator itself can do. */
const canned: Candidate = {
  name: 'canned',
  title: '(nothing but canned answers)',
  isPeer: false,
  subscribes: false,
  command: ({ port }) => ({
    file: process.execPath,
    args: [join(import.meta.dirname, 'canned-gateway.ts'), String(port)],
  }),
};

/** A native program that is built apart; measured when `HIVE_ROUTER` says where it is. */
function hiveRouter(program: string): Candidate {
  return {
    name: 'hive-router',
    title: 'Hive Router (Rust)',
    isPeer: false,
    subscribes: true,
    command: ({ port, supergraphFile, folder }) => {
      writeFileSync(join(folder, 'router.config.yaml'), hiveRouterConfig);
      return {
        file: resolve(program),
        args: [],
        env: { PORT: String(port), HOST: '127.0.0.1', SUPERGRAPH_FILE_PATH: supergraphFile },
      };
    },
  };
}

/** In-flight sharing, subgraphs that are told who asks, sockets, and no limit that the load meets. */
const hiveRouterConfig = `
log: { level: error }
supergraph: { source: file }
headers: { all: { request: [{ propagate: { named: authorization } }] } }
websocket: { enabled: true }
subscriptions: { enabled: true, broadcast_capacity: 1024, websocket: { all: {} } }
traffic_shaping:
  router: { dedupe: { enabled: true }, max_long_lived_clients: 20000 }
`;

/** Every gateway that can be measured on this machine, ours first. */
export function listCandidates(program: string | undefined): readonly Candidate[] {
  const native = program === undefined || program === '' ? [] : [hiveRouter(program)];
  return [ours, stock, hive, hiveRust, ...native, canned];
}

function gatewayScript(): string {
  const manifest = z.object({ scripts: z.object({ gateway: z.string() }) });
  return manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).scripts
    .gateway;
}
