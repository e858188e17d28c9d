import { runProgram } from '@skillswap/kit/process';
import { readSkillsConfig } from './config.ts';
import { startSkills } from './start.ts';

await runProgram({ name: 'skills', read: readSkillsConfig, start: startSkills });
