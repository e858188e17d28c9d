import type { Mail } from '@skillswap/kit/mail';
import { composeMail, pageLink, type Recipient, type Texts } from './mail-text.ts';

/** The mail with the link for a new password. */
export function resetPasswordMail(to: Recipient, appUrl: string, secret: string): Mail {
  const link = pageLink('/reset-password', appUrl, secret);
  return composeMail('RESET_PASSWORD', to, resetPasswordTexts, link);
}

/** The notice that the password is another one now. */
export function passwordChangedMail(to: Recipient, appUrl: string): Mail {
  const link = pageLink('/forgotten-password', appUrl);
  return composeMail('PASSWORD_CHANGED', to, passwordChangedTexts, link);
}

/** The mail to the wished address, with the link that makes it the account's. */
export function changeEmailMail(to: Recipient, appUrl: string, secret: string): Mail {
  const link = pageLink('/confirm-email', appUrl, secret);
  return composeMail('CHANGE_EMAIL', to, changeEmailTexts, link);
}

/** The mail to the owner of an address that somebody wished for another account. */
export function emailTakenMail(to: Recipient, appUrl: string): Mail {
  return composeMail('EMAIL_TAKEN', to, emailTakenTexts, pageLink('/log-in', appUrl));
}

/** The notice to the former address that the account has another one. */
export function emailChangedMail(to: Recipient, appUrl: string): Mail {
  return composeMail('EMAIL_CHANGED', to, emailChangedTexts, pageLink('/help', appUrl));
}

/** The notice that the account has a second factor now. */
export function secondFactorAddedMail(to: Recipient, appUrl: string): Mail {
  const link = pageLink('/help', appUrl);
  return composeMail('SECOND_FACTOR_ADDED', to, secondFactorAddedTexts, link);
}

/** The notice that the account has no second factor any more. */
export function secondFactorRemovedMail(to: Recipient, appUrl: string): Mail {
  const link = pageLink('/help', appUrl);
  return composeMail('SECOND_FACTOR_REMOVED', to, secondFactorRemovedTexts, link);
}

/** The notice that an identity of elsewhere logs in to the account now. */
export function identityLinkedMail(to: Recipient, appUrl: string): Mail {
  return composeMail('IDENTITY_LINKED', to, identityLinkedTexts, pageLink('/help', appUrl));
}

/** The notice that an identity of elsewhere no longer logs in to the account. */
export function identityUnlinkedMail(to: Recipient, appUrl: string): Mail {
  return composeMail('IDENTITY_UNLINKED', to, identityUnlinkedTexts, pageLink('/help', appUrl));
}

/** The warning that two devices held the same refresh token, so that a log-in was ended. */
export function refreshTokenReusedMail(to: Recipient, appUrl: string): Mail {
  const link = pageLink('/forgotten-password', appUrl);
  return composeMail('REFRESH_TOKEN_REUSED', to, refreshTokenReusedTexts, link);
}

const resetPasswordTexts: Texts = {
  en: (name, link) => ({
    subject: 'Set a new password',
    text: `Hello ${name},

open this link to set a new password:

${link}

The link works once, for one hour. If you did not ask for it, ignore this mail: your password stays.`,
  }),
  fr: (name, link) => ({
    subject: 'Choisissez un nouveau mot de passe',
    text: `Bonjour ${name},

ouvrez ce lien pour choisir un nouveau mot de passe :

${link}

Le lien fonctionne une seule fois, pendant une heure. Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.`,
  }),
};

const passwordChangedTexts: Texts = {
  en: (name, link) => ({
    subject: 'Your password was changed',
    text: `Hello ${name},

your password was changed, and your other devices were logged out. If it was not you, set a new password now:

${link}`,
  }),
  fr: (name, link) => ({
    subject: 'Votre mot de passe a été modifié',
    text: `Bonjour ${name},

votre mot de passe a été modifié et vos autres appareils ont été déconnectés. Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe :

${link}`,
  }),
};

const changeEmailTexts: Texts = {
  en: (name, link) => ({
    subject: 'Confirm your new e-mail address',
    text: `Hello ${name},

open this link to use this address for your SkillSwap account:

${link}

The link works once, for 24 hours. If you did not ask for it, ignore this mail: nothing changes.`,
  }),
  fr: (name, link) => ({
    subject: 'Confirmez votre nouvelle adresse e-mail',
    text: `Bonjour ${name},

ouvrez ce lien pour utiliser cette adresse avec votre compte SkillSwap :

${link}

Le lien fonctionne une seule fois, pendant 24 heures. Si vous n’avez rien demandé, ignorez ce message : rien ne change.`,
  }),
};

const emailTakenTexts: Texts = {
  en: (name, link) => ({
    subject: 'Your address is used already',
    text: `Hello ${name},

somebody, perhaps you, wanted to use this address for another SkillSwap account. It belongs to yours; log in here:

${link}

If it was not you, there is nothing to do: your account is unchanged.`,
  }),
  fr: (name, link) => ({
    subject: 'Votre adresse est déjà utilisée',
    text: `Bonjour ${name},

quelqu’un, peut-être vous, a voulu utiliser cette adresse pour un autre compte SkillSwap. Elle appartient au vôtre ; connectez-vous ici :

${link}

Si ce n’était pas vous, il n’y a rien à faire : votre compte est inchangé.`,
  }),
};

const emailChangedTexts: Texts = {
  en: (name, link) => ({
    subject: 'Your e-mail address was changed',
    text: `Hello ${name},

your SkillSwap account has another e-mail address now; we write to this one for the last time. If it was not you, tell us at once:

${link}`,
  }),
  fr: (name, link) => ({
    subject: 'Votre adresse e-mail a été modifiée',
    text: `Bonjour ${name},

votre compte SkillSwap a désormais une autre adresse e-mail ; nous écrivons à celle-ci pour la dernière fois. Si ce n’était pas vous, prévenez-nous tout de suite :

${link}`,
  }),
};

const secondFactorAddedTexts: Texts = {
  en: (name, link) => ({
    subject: 'Two-step log-in is on',
    text: `Hello ${name},

from now on a log-in to your SkillSwap account needs a code of your app as well. If it was not you, tell us at once:

${link}`,
  }),
  fr: (name, link) => ({
    subject: 'La connexion en deux étapes est activée',
    text: `Bonjour ${name},

désormais, se connecter à votre compte SkillSwap demande aussi un code de votre application. Si ce n’était pas vous, prévenez-nous tout de suite :

${link}`,
  }),
};

const secondFactorRemovedTexts: Texts = {
  en: (name, link) => ({
    subject: 'Two-step log-in is off',
    text: `Hello ${name},

your SkillSwap account no longer asks for a code at log-in. If it was not you, tell us at once:

${link}`,
  }),
  fr: (name, link) => ({
    subject: 'La connexion en deux étapes est désactivée',
    text: `Bonjour ${name},

votre compte SkillSwap ne demande plus de code à la connexion. Si ce n’était pas vous, prévenez-nous tout de suite :

${link}`,
  }),
};

const identityLinkedTexts: Texts = {
  en: (name, link) => ({
    subject: 'Another way to log in was added',
    text: `Hello ${name},

your account with Google or Apple now logs you in to SkillSwap. If it was not you, tell us at once:

${link}`,
  }),
  fr: (name, link) => ({
    subject: 'Un autre moyen de connexion a été ajouté',
    text: `Bonjour ${name},

votre compte Google ou Apple permet désormais de vous connecter à SkillSwap. Si ce n’était pas vous, prévenez-nous tout de suite :

${link}`,
  }),
};

const identityUnlinkedTexts: Texts = {
  en: (name, link) => ({
    subject: 'A way to log in was removed',
    text: `Hello ${name},

your account with Google or Apple no longer logs you in to SkillSwap. If it was not you, tell us at once:

${link}`,
  }),
  fr: (name, link) => ({
    subject: 'Un moyen de connexion a été retiré',
    text: `Bonjour ${name},

votre compte Google ou Apple ne permet plus de vous connecter à SkillSwap. Si ce n’était pas vous, prévenez-nous tout de suite :

${link}`,
  }),
};

const refreshTokenReusedTexts: Texts = {
  en: (name, link) => ({
    subject: 'One of your devices was logged out',
    text: `Hello ${name},

the log-in of one of your devices was used in two places, so we ended it. Your other devices stay logged in. If you did not restore a device from a backup, set a new password now:

${link}`,
  }),
  fr: (name, link) => ({
    subject: 'Un de vos appareils a été déconnecté',
    text: `Bonjour ${name},

la connexion d’un de vos appareils a été utilisée à deux endroits ; nous y avons mis fin. Vos autres appareils restent connectés. Si vous n’avez pas restauré un appareil à partir d’une sauvegarde, choisissez tout de suite un nouveau mot de passe :

${link}`,
  }),
};
