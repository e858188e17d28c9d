import { runProgram } from '@skillswap/kit/process';
import { readSandboxConfig } from './config.ts';
import { startStripeSandbox } from './start-stripe-sandbox.ts';

await runProgram({ name: 'stripe-sandbox', read: readSandboxConfig, start: startStripeSandbox });
