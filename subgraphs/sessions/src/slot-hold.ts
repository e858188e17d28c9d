/** How long a time is held. */
const heldFor = 5 * 60_000;

/** How many times a person may hold in a day; each hold keeps others away from somebody's calendar. */
export const holdsADay = 30;

/**
 * Time that is kept for two people while one of them fills in a proposal. Until its end nobody else
 * can be agreed with at that time; the two themselves can.
 */
export interface SlotHold {
  readonly id: string;
  readonly holderId: string;
  readonly otherId: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly expiresAt: Date;
}

/** When a hold that is made now ends by itself. */
export function holdExpiry(now: Date): Date {
  return new Date(now.getTime() + heldFor);
}
