import { runTool } from './run-tool.ts';

/** Compares the books with the payment provider's, and applies its reports again. */
await runTool('subgraphs', 'payments', 'src', 'payments.ts');
