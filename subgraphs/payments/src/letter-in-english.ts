import { formatMoney } from './format-money.ts';
import type { LetterText } from './letter-mail.ts';
import type { Letter } from './letter.ts';
import { localDay } from './local-day.ts';
import { oneLine } from './one-line.ts';

const locale = 'en-GB';

/** A letter in English. */
export function inEnglish(letter: Letter, timeZone: string): LetterText {
  const amount = formatMoney(letter.amount, locale);
  if (letter.kind === 'PAYMENT_RECEIPT') {
    const what = letter.description === null ? '' : ` for ${oneLine(letter.description)}`;
    return {
      subject: `Your payment of ${amount}`,
      paragraphs: [
        `we have received your payment of ${amount}${what}. Thank you.`,
        `Invoice ${letter.invoiceNumber} can be fetched here for 30 days, and always in your payments:\n${letter.link}`,
      ],
    };
  }
  if (letter.kind === 'PAYMENT_REFUNDED') {
    const why = letter.reason === null ? [] : [`The reason: ${oneLine(letter.reason)}`];
    return {
      subject: `We have given ${amount} back to you`,
      paragraphs: [
        `we have given ${amount} back to the payment method with which you paid. It arrives there within ten days.`,
        ...why,
        `Credit note ${letter.creditNoteNumber} can be fetched here for 30 days, and always in your payments:\n${letter.link}`,
      ],
    };
  }
  const { planName, link } = letter;
  const day = localDay(letter.until, timeZone, locale);
  const payHere = `Pay or choose another payment method here:\n${link}`;
  switch (letter.kind) {
    case 'TRIAL_ENDING':
      return {
        subject: `Your trial of ${planName} ends soon`,
        paragraphs: [
          `your trial of ${planName} ends on ${day}. Your membership then goes on, and ${amount} is charged to your payment method.`,
          `If you do not want that, cancel it before then here:\n${link}`,
        ],
      };
    case 'RENEWAL_DECLINED':
      return {
        subject: 'Your membership could not be renewed',
        paragraphs: [
          `your payment method was declined when we charged ${amount} for ${planName}. We shall try again; your membership stays in force until ${day}.`,
          payHere,
        ],
      };
    case 'RENEWAL_REMINDER':
      return {
        subject: `Your membership is suspended on ${day}`,
        paragraphs: [
          `we have tried again to charge ${amount} for ${planName}, and your payment method was declined. If it is not paid by ${day}, your membership is suspended.`,
          payHere,
        ],
      };
    case 'MEMBERSHIP_SUSPENDED':
      return {
        subject: 'Your membership is suspended',
        paragraphs: [
          `${amount} for ${planName} was not paid, so what your membership gives is no longer yours to use. It begins again as soon as you pay, until ${day}; after that it is over.`,
          payHere,
        ],
      };
    case 'MEMBERSHIP_RESTORED':
      return {
        subject: 'Your membership is in force again',
        paragraphs: [
          `thank you, ${planName} is paid and in force until ${day}.`,
          `Everything about it is here:\n${link}`,
        ],
      };
  }
}
