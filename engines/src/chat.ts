import { runTool } from './run-tool.ts';

/** Imports old conversations. */
await runTool('subgraphs', 'chat', 'src', 'chat.ts');
