import { runProcess } from '@skillswap/kit/process';
import { readReviewsConfig } from './config.ts';
import { startReviews } from './start-reviews.ts';

await runProcess(() => startReviews(readReviewsConfig(process.env)));
