/** Where those who follow a payment are woken; `prefix` is a test's own, otherwise empty. */
export const paymentChannel = (prefix: string, paymentIntentId: string): string =>
  `${prefix}payment:${paymentIntentId}`;
