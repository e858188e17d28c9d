import { runProgram } from '@skillswap/kit/process';
import { readPaymentsConfig } from './config.ts';
import { startPayments } from './start-payments.ts';

await runProgram({ name: 'payments', read: readPaymentsConfig, start: startPayments });
