const marks = /\p{M}/gu;
const invisible = /\p{Cf}/gu;
const apostrophes = /[’ʼ]/gu;
const spaces = /\s+/gu;

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
