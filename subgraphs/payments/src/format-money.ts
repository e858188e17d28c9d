import type { Money } from './money.ts';

/** An amount as a language writes it, €9.99 or 9,99 €; `code` puts the currency's code there. */
export function formatMoney(
  { amountMinor, currency }: Money,
  locale: string,
  currencyDisplay: 'symbol' | 'code' = 'symbol',
): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // Division by a power of ten and back is exact for every amount that can be paid.
  return format.format(amountMinor / 10 ** digits).replaceAll(/[\u00a0\u202f]/g, ' ');
}
