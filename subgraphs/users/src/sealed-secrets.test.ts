import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealedSecrets } from './sealed-secrets.ts';

const first = 'the first key of at least thirty-two characters';
const second = 'another key of at least thirty-two characters';
const sealed = createSealedSecrets([first]);
const seal = (secret: string, owner: string) => sealed.seal(secret, owner);
const open = (box: string, owner: string) => sealed.open(box, owner);

describe('a sealed secret', () => {
  it('opens again, and is sealed otherwise each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (secret, owner) => {
        const box = seal(secret, owner);
        expect(open(box, owner)).toBe(secret);
        expect(seal(secret, owner)).not.toBe(box);
        if (secret.length > 8) expect(box).not.toContain(secret);
      }),
      { numRuns: 50 },
    );
  });

  it('opens for nobody else, and not when a bit of it is another one', () => {
    const box = seal('JBSWY3DPEHPK3PXP', 'usr_ada');
    expect(() => open(box, 'usr_bob')).toThrow();
    const [id = '', text = ''] = box.split('.');
    const bytes = Buffer.from(text, 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => open(`${id}.${changed.toString('base64url')}`, 'usr_ada')).toThrow();
    }
    expect(() => open(`${id}.${text.slice(0, 8)}`, 'usr_ada')).toThrow();
    expect(() => open('JBSWY3DPEHPK3PXP', 'usr_ada')).toThrow();
  });

  it('opens while the key that sealed it is configured, behind a newer one', () => {
    const box = seal('secret', 'usr_ada');
    const rotated = createSealedSecrets([second, first]);
    expect(rotated.open(box, 'usr_ada')).toBe('secret');
    expect(() => open(rotated.seal('secret', 'usr_ada'), 'usr_ada')).toThrow();
    expect(() => createSealedSecrets([second]).open(box, 'usr_ada')).toThrow();
  });
});
