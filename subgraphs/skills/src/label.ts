import { normaliseText, refuseText } from '@skillswap/kit/text';

const marks = /\p{M}/gu;
const invisible = /\p{Cf}/gu;
const apostrophes = /[’ʼ]/gu;
const spaces = /\s+/gu;
const labelLength = 80;

/**
 * The form in which labels are compared: without case, accents, invisible characters and repeated
 * spaces. Normalising twice changes nothing.
 */
export function normaliseLabel(label: string): string {
  const letters = label.normalize('NFKD').toLowerCase().normalize('NFKD');
  return letters
    .replace(marks, '')
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .replace(spaces, ' ')
    .trim();
}

/** The words of a text as a search understands them: no operators, no punctuation. */
export function searchWords(text: string): string[] {
  return normaliseLabel(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What is wrong with a label, or null. */
export function refuseLabel(label: string): 'LABEL_REQUIRED' | 'TOO_LONG' | 'INVALID_TEXT' | null {
  const refusal = refuseText(label, labelLength);
  if (refusal === 'EMPTY') return 'LABEL_REQUIRED';
  // A label is one line, and something of it must be left to compare.
  if (refusal === null && /[\t\n\r]/.test(label.trim())) return 'INVALID_TEXT';
  return refusal ?? (normaliseLabel(label) === '' ? 'LABEL_REQUIRED' : null);
}

/** A label as it is kept: one line without surplus spaces. */
export function oneLine(text: string): string {
  return normaliseText(text).replace(spaces, ' ');
}
