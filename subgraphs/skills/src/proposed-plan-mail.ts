import type { Mail } from '@skillswap/kit/mail';
import type { Addressee } from './addressees.ts';
import { textLanguage } from './text-language.ts';

/** Who is offered which plan by whom. */
export interface ProposedPlan {
  readonly reader: Addressee & { readonly email: string };
  readonly mentorName: string;
  readonly title: string;
  /** Where the plan can be looked at. */
  readonly link: string;
}

/** Tells a learner, in their language, that a mentor has proposed a plan. */
export function proposedPlanMail(plan: ProposedPlan): Mail {
  const { email: to, preferredLanguage } = plan.reader;
  const isFrench = preferredLanguage !== null && textLanguage(preferredLanguage) === 'fr';
  return { kind: 'LEARNING_PLAN_PROPOSED', to, ...(isFrench ? inFrench(plan) : inEnglish(plan)) };
}

function inEnglish({ reader, mentorName, title, link }: ProposedPlan) {
  return {
    subject: `${mentorName} proposes a learning plan to you`,
    text: [
      `Hello ${reader.displayName},`,
      `${mentorName} has laid out a learning plan for you: ${title}`,
      `Nothing begins before you agree. Read it, and agree or decline, here:\n${link}`,
    ].join('\n\n'),
  };
}

function inFrench({ reader, mentorName, title, link }: ProposedPlan) {
  return {
    subject: `${mentorName} vous propose un plan d’apprentissage`,
    text: [
      `Bonjour ${reader.displayName},`,
      `${mentorName} a préparé un plan d’apprentissage pour vous : ${title}`,
      `Rien ne commence sans votre accord. Lisez-le, puis acceptez ou refusez-le ici :\n${link}`,
    ].join('\n\n'),
  };
}
