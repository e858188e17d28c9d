import type { Mail } from '@skillswap/kit/mail';
import { composeMail, pageLink, type Recipient, type Texts } from './mail-text.ts';

/** The mail with the link that opens the account. */
export function verifyEmailMail(to: Recipient, appUrl: string, secret: string): Mail {
  return composeMail(
    'VERIFY_EMAIL',
    to,
    verifyEmailTexts,
    pageLink('/verify-email', appUrl, secret),
  );
}

/** The mail to somebody who signed up although they have an account, or for whom a stranger did. */
export function accountExistsMail(to: Recipient, appUrl: string): Mail {
  return composeMail('ACCOUNT_EXISTS', to, accountExistsTexts, pageLink('/log-in', appUrl));
}

const verifyEmailTexts: Texts = {
  en: (name, link) => ({
    subject: 'Confirm your e-mail address',
    text: `Hello ${name},

welcome to SkillSwap. Open this link to confirm your address and start:

${link}

The link works once, for 24 hours. If you did not sign up, ignore this mail: no account is opened.`,
  }),
  fr: (name, link) => ({
    subject: 'Confirmez votre adresse e-mail',
    text: `Bonjour ${name},

bienvenue sur SkillSwap. Ouvrez ce lien pour confirmer votre adresse et commencer :

${link}

Le lien fonctionne une seule fois, pendant 24 heures. Si vous ne vous êtes pas inscrit, ignorez ce message : aucun compte n’est ouvert.`,
  }),
};

const accountExistsTexts: Texts = {
  en: (name, link) => ({
    subject: 'You already have an account',
    text: `Hello ${name},

somebody, perhaps you, signed up to SkillSwap with this address. You already have an account; log in here:

${link}

If it was not you, there is nothing to do: your account is unchanged.`,
  }),
  fr: (name, link) => ({
    subject: 'Vous avez déjà un compte',
    text: `Bonjour ${name},

quelqu’un, peut-être vous, s’est inscrit sur SkillSwap avec cette adresse. Vous avez déjà un compte ; connectez-vous ici :

${link}

Si ce n’était pas vous, il n’y a rien à faire : votre compte est inchangé.`,
  }),
};
