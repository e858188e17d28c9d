import { runProcess } from '@skillswap/kit/process';
import { readPaymentsConfig } from './config.ts';
import { startPayments } from './start-payments.ts';

await runProcess(() => startPayments(readPaymentsConfig(process.env)));
