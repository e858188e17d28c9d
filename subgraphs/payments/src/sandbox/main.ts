import { runProcess } from '@skillswap/kit/process';
import { readSandboxConfig } from './config.ts';
import { startStripeSandbox } from './start-stripe-sandbox.ts';

await runProcess(() => startStripeSandbox(readSandboxConfig(process.env)));
