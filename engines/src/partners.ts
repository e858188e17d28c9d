import { runTool } from './run-tool.ts';

/** Keeps partners. */
await runTool('subgraphs', 'users', 'src', 'partners.ts');
