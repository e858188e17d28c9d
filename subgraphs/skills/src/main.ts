import { runProcess } from '@skillswap/kit/process';
import { readSkillsConfig } from './config.ts';
import { startSkills } from './start.ts';

await runProcess(() => startSkills(readSkillsConfig(process.env)));
