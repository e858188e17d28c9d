import type { SendMail } from '@skillswap/kit/mail';
import type { Transact } from '@skillswap/kit/mongo';
import { sendOnce } from '@skillswap/kit/send-once';
import type { Addressees } from './addressees.ts';
import type { SkillRepository } from './skill-repository.ts';
import type { Skill } from './skill.ts';
import { daysAfter, staleCheckAt, type StaleCheckPlanning } from './stale-check.ts';
import { staleSkillsMail } from './stale-skills-mail.ts';

/** What looking at somebody's skills needs. */
export interface StaleCheck extends StaleCheckPlanning {
  readonly skills: SkillRepository;
  readonly addressees: Addressees;
  readonly transact: Transact;
  readonly sendMail: SendMail;
  readonly appUrl: string;
}

/**
 * Asks a person about skills that they have not confirmed for long, and hides those about which
 * they were asked long enough ago. Safe to run any number of times and by several at once.
 */
export async function checkStaleSkills(check: StaleCheck, userId: string): Promise<void> {
  const { skills, now, staleAfterDays, hiddenAfterDays } = check;
  const at = now();
  await skills.hideNudged(userId, daysAfter(at, -hiddenAfterDays), at);
  const stale = daysAfter(at, -staleAfterDays);
  if (await skills.isToNudge(userId, stale)) await nudge(check, userId, stale, at);
}

async function nudge(check: StaleCheck, userId: string, stale: Date, at: Date): Promise<void> {
  const { skills, addressees, transact, dueWork, sendMail, appUrl, hiddenAfterDays } = check;
  const person = await addressees.find(userId);
  if (person === null || person.state === 'DELETED') return;
  const again = staleCheckAt(userId, daysAfter(at, hiddenAfterDays));
  const { email } = person;
  if (person.state !== 'ACTIVE' || email === null) {
    // Nothing is hidden of somebody who could not be asked.
    await transact(({ session }) => dueWork.plan(session, again));
    return;
  }
  const right = {
    take: () =>
      transact(async ({ session }) => {
        await dueWork.plan(session, again);
        const nudged = await skills.markNudged(session, userId, stale, at);
        return nudged.length > 0 && nudged;
      }),
    giveBack: (nudged: readonly Skill[]) => skills.unmarkNudged(nudged.map(({ id }) => id)),
  };
  await sendOnce(sendMail, right, (nudged) =>
    staleSkillsMail({ ...person, email, skills: nudged, hiddenAfterDays, appUrl }),
  );
}
