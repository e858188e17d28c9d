import { createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

/** Where an address is shown: on a page that can ask for another one, or in a mail that stays. */
export type LinkPlace = 'PAGE' | 'MAIL';

/** Makes addresses at which an invoice or a credit note can be read for a limited time, and reads them. */
export interface PaperLinks {
  /** Whoever has the address reads the paper, so it goes only to those who may. */
  make(paperId: string, place: LinkPlace): Promise<string>;
  /** The id of the paper that a token stands for; null when it is none, or its time is over. */
  read(token: string): Promise<string | null>;
}

/** What {@link createPaperLinks} needs. */
export interface PaperLinkOptions {
  /** Where the product is reached. */
  readonly appUrl: string;
  /** What the key is derived from. */
  readonly secret: string;
  readonly now: () => Date;
}

const lifeSeconds: Readonly<Record<LinkPlace, number>> = { PAGE: 10 * 60, MAIL: 30 * 24 * 60 * 60 };
const audience = 'invoice';
const algorithm = 'HS256';

/** Nothing is stored: the token itself says which paper, and until when. */
export function createPaperLinks({ appUrl, secret, now }: PaperLinkOptions): PaperLinks {
  // A key of its own, so that no other token that the secret signs is taken for a link.
  const key = createHmac('sha256', secret).update('invoice links').digest();
  return {
    async make(paperId, place) {
      const token = await new SignJWT()
        .setProtectedHeader({ alg: algorithm })
        .setSubject(paperId)
        .setAudience(audience)
        .setExpirationTime(Math.floor(now().getTime() / 1000) + lifeSeconds[place])
        .sign(key);
      return `${appUrl}/invoices/${token}.pdf`;
    },

    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          audience,
          algorithms: [algorithm],
          requiredClaims: ['sub', 'exp'],
          currentDate: now(),
        });
        return payload.sub ?? null;
      } catch {
        return null;
      }
    },
  };
}
