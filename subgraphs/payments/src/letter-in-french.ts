import { formatMoney } from './format-money.ts';
import type { LetterText } from './letter-mail.ts';
import type { Letter } from './letter.ts';
import { localDay } from './local-day.ts';
import { oneLine } from './one-line.ts';

const locale = 'fr-FR';

/** A letter in French. */
export function inFrench(letter: Letter, timeZone: string): LetterText {
  const amount = formatMoney(letter.amount, locale);
  if (letter.kind === 'PAYMENT_RECEIPT') {
    const what = letter.description === null ? '' : ` pour ${oneLine(letter.description)}`;
    return {
      subject: `Votre paiement de ${amount}`,
      paragraphs: [
        `nous avons bien reçu votre paiement de ${amount}${what}. Merci.`,
        `La facture ${letter.invoiceNumber} est disponible ici pendant 30 jours, et toujours dans vos paiements :\n${letter.link}`,
      ],
    };
  }
  if (letter.kind === 'PAYMENT_REFUNDED') {
    const why = letter.reason === null ? [] : [`Motif : ${oneLine(letter.reason)}`];
    return {
      subject: `Nous vous avons remboursé ${amount}`,
      paragraphs: [
        `nous avons remboursé ${amount} sur le moyen de paiement que vous aviez utilisé. Le montant y arrivera sous dix jours.`,
        ...why,
        `L’avoir ${letter.creditNoteNumber} est disponible ici pendant 30 jours, et toujours dans vos paiements :\n${letter.link}`,
      ],
    };
  }
  const { planName, link } = letter;
  const day = localDay(letter.until, timeZone, locale);
  const payHere = `Payez ou choisissez un autre moyen de paiement ici :\n${link}`;
  switch (letter.kind) {
    case 'TRIAL_ENDING':
      return {
        subject: `Votre essai de ${planName} se termine bientôt`,
        paragraphs: [
          `votre essai de ${planName} se termine le ${day}. Votre abonnement continuera ensuite, et ${amount} seront prélevés sur votre moyen de paiement.`,
          `Si vous ne le souhaitez pas, résiliez-le avant cette date ici :\n${link}`,
        ],
      };
    case 'RENEWAL_DECLINED':
      return {
        subject: 'Votre abonnement n’a pas pu être renouvelé',
        paragraphs: [
          `votre moyen de paiement a été refusé lorsque nous avons prélevé ${amount} pour ${planName}. Nous essaierons à nouveau ; votre abonnement reste actif jusqu’au ${day}.`,
          payHere,
        ],
      };
    case 'RENEWAL_REMINDER':
      return {
        subject: `Votre abonnement sera suspendu le ${day}`,
        paragraphs: [
          `nous avons essayé à nouveau de prélever ${amount} pour ${planName}, et votre moyen de paiement a été refusé. Sans paiement d’ici le ${day}, votre abonnement sera suspendu.`,
          payHere,
        ],
      };
    case 'MEMBERSHIP_SUSPENDED':
      return {
        subject: 'Votre abonnement est suspendu',
        paragraphs: [
          `${amount} pour ${planName} n’ont pas été payés : vous ne bénéficiez plus de ce que donne votre abonnement. Il reprendra dès que vous aurez payé, jusqu’au ${day} ; ensuite il prendra fin.`,
          payHere,
        ],
      };
    case 'MEMBERSHIP_RESTORED':
      return {
        subject: 'Votre abonnement est de nouveau actif',
        paragraphs: [
          `merci, ${planName} est payé et actif jusqu’au ${day}.`,
          `Tous les détails sont ici :\n${link}`,
        ],
      };
  }
}
