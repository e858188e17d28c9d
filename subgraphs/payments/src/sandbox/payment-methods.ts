/** What Stripe's test payment methods do when they are charged. */
export type TestPaymentMethod =
  | { readonly outcome: 'succeeds' }
  | { readonly outcome: 'requiresAction' }
  | { readonly outcome: 'keepsAndDeclines' }
  | { readonly outcome: 'declined'; readonly code: string; readonly declineCode?: string };

const succeeds: TestPaymentMethod = { outcome: 'succeeds' };
const requiresAction: TestPaymentMethod = { outcome: 'requiresAction' };
const declined = (declineCode: string): TestPaymentMethod => ({
  outcome: 'declined',
  code: 'card_declined',
  declineCode,
});

/** By the names that Stripe gives them. */
export const testPaymentMethods: ReadonlyMap<string, TestPaymentMethod> = new Map([
  ['pm_card_visa', succeeds],
  ['pm_card_visa_debit', succeeds],
  ['pm_card_mastercard', succeeds],
  ['pm_card_amex', succeeds],
  ['pm_card_authenticationRequired', requiresAction],
  ['pm_card_threeDSecure2Required', requiresAction],
  ['pm_card_visa_chargeDeclined', declined('generic_decline')],
  ['pm_card_chargeDeclined', declined('generic_decline')],
  // Can be kept for later, and is then declined.
  ['pm_card_chargeCustomerFail', { outcome: 'keepsAndDeclines' }],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', declined('insufficient_funds')],
  ['pm_card_chargeDeclinedExpiredCard', { outcome: 'declined', code: 'expired_card' }],
]);
