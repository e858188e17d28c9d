import { expect, inject, it } from 'vitest';
import { endpointOf, openSystemClock, somebody } from '../stage.ts';
import { playJourney } from './play-journey.ts';

it('two strangers meet, talk, learn from each other and review each other', async () => {
  const system = inject('system');
  await using clock = openSystemClock(system);
  const steps: string[] = [];
  const stage = {
    endpoint: endpointOf(system),
    now: clock.now,
    moveClockTo: clock.moveClockTo,
    tell: (step: string) => steps.push(step),
  };
  const introductions = [somebody('Ada'), somebody('Bob', 'America/New_York')] as const;
  const { teacher, learner } = await playJourney(stage, [...introductions], crypto.randomUUID());

  expect(steps.length).toBeGreaterThan(20);
  expect(teacher.viewer).toMatchObject({
    reputation: { count: 1 },
    timeCredits: { balanceMinutes: 60 },
    sessions: { edges: [{ node: { status: 'DONE', reviews: [{ stars: 5 }, { stars: 4 }] } }] },
  });
  expect(learner.viewer?.timeCredits?.balanceMinutes).toBe(-60);
}, 120_000);
