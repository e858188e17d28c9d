import type { Mail } from '@skillswap/kit/mail';
import type { Skill } from './skill.ts';
import { textLanguage } from './text-language.ts';

/** Who is asked about what. */
export interface StaleSkills {
  readonly email: string;
  readonly displayName: string;
  readonly preferredLanguage: string | null;
  readonly skills: readonly Pick<Skill, 'label' | 'type'>[];
  readonly hiddenAfterDays: number;
  readonly appUrl: string;
}

/** Asks in the person's language whether their skills still hold. */
export function staleSkillsMail(stale: StaleSkills): Mail {
  const { email: to, preferredLanguage } = stale;
  const isFrench = preferredLanguage !== null && textLanguage(preferredLanguage) === 'fr';
  return { kind: 'SKILLS_STALE', to, ...(isFrench ? inFrench(stale) : inEnglish(stale)) };
}

function inEnglish({ displayName, skills, hiddenAfterDays, appUrl }: StaleSkills) {
  const lines = skills.map(
    ({ label, type }) =>
      `- ${label} (${type === 'TEACH' ? 'you teach it' : 'you want to learn it'})`,
  );
  return {
    subject: 'Do your skills still hold?',
    text: [
      `Hello ${displayName},`,
      `you have not confirmed these skills for a long time:\n${lines.join('\n')}`,
      `Please confirm or remove them here. Others no longer find what is not confirmed within ${String(hiddenAfterDays)} days.\n${appUrl}/skills`,
    ].join('\n\n'),
  };
}

function inFrench({ displayName, skills, hiddenAfterDays, appUrl }: StaleSkills) {
  const lines = skills.map(
    ({ label, type }) =>
      `- ${label} (${type === 'TEACH' ? 'vous l’enseignez' : 'vous voulez l’apprendre'})`,
  );
  return {
    subject: 'Vos compétences sont-elles toujours d’actualité ?',
    text: [
      `Bonjour ${displayName},`,
      `vous n’avez pas confirmé ces compétences depuis longtemps :\n${lines.join('\n')}`,
      `Confirmez-les ou retirez-les ici. Ce qui n’est pas confirmé dans les ${String(hiddenAfterDays)} jours ne sera plus trouvé par les autres.\n${appUrl}/skills`,
    ].join('\n\n'),
  };
}
