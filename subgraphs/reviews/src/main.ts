import { runProgram } from '@skillswap/kit/process';
import { readReviewsConfig } from './config.ts';
import { startReviews } from './start-reviews.ts';

await runProgram({ name: 'reviews', read: readReviewsConfig, start: startReviews });
