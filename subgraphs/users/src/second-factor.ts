import { Secret, TOTP } from 'otpauth';
import { hashSecret } from './secret-token.ts';

/** What a person proves beside the password: codes of an app, or recovery codes on paper. */
export interface SecondFactor {
  readonly userId: string;
  /** In base 32, as apps show and read it, sealed for the person's id. */
  readonly sealedSecret: string;
  /** Null until the person has shown a code; until then nothing asks for one. */
  readonly confirmedAt: Date | null;
  /** The latest step whose code was used: no code works twice. */
  readonly lastCounter: number | null;
  readonly recoveryHashes: readonly string[];
}

const recoveryCodeCount = 10;

/** A new secret of 160 bits. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that apps read from a picture. */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/**
 * The step of time to which a code belongs, or null when it is none of now, with half a minute on
 * either side. `now` is real time, which apps go by.
 */
export function matchCounter(secret: string, code: string, now: Date): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const generator = totp(secret, '');
  const delta = generator.validate({ token, timestamp, window: 1 });
  return delta === null ? null : generator.counter({ timestamp }) + delta;
}

/** New codes for the day when the app is lost, each of 80 bits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    (new Secret({ size: 10 }).base32.match(/.{4}/g) ?? []).join('-'),
  );
}

/** The form in which a recovery code is stored, however it was typed. */
export function hashRecoveryCode(code: string): string {
  return hashSecret(
    code
      .slice(0, 100)
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .toUpperCase(),
  );
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'SkillSwap', label, secret: Secret.fromBase32(secret) });
}
