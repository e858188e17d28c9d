import { domainToASCII } from 'node:url';

const localPart = /^[^\s@"(),:;<>[\\\]\p{Cc}\p{Cf}\p{Cs}]{1,64}$/u;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one form of an e-mail address under which an account is kept: composed Unicode, lower case, an
 * ASCII domain. Null when the text is no address. Nothing is folded that providers tell apart.
 */
export function normaliseEmail(text: string): string | null {
  if (text.length > 320) return null;
  const address = text.normalize('NFC').trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1));
  const labels = domain.split('.');
  if (at < 1 || !localPart.test(local) || local.startsWith('.') || local.endsWith('.')) return null;
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return null;
  if (/^\d+$/.test(labels.at(-1) ?? '')) return null;
  const normalised = `${local}@${domain}`;
  return normalised.length <= 254 ? normalised : null;
}
