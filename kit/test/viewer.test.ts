import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  anonymous,
  createIdentityVerifier,
  hasScope,
  isSelf,
  requireMember,
  requireService,
  signIdentity,
  type Viewer,
} from '../src/viewer.ts';
import { aMember, testSecret } from './testkit.ts';

const verify = createIdentityVerifier(testSecret, 'users');
const key = new TextEncoder().encode(testSecret);
const typ = 'skillswap-identity+jwt';

/** An identity that is right but for what `change` makes of it. */
function identity(
  change: (token: SignJWT) => SignJWT = (token) => token,
  payload = {},
  header = { alg: 'HS256', typ },
) {
  const token = new SignJWT({ viewer: anonymous, ...payload })
    .setProtectedHeader(header)
    .setAudience('users')
    .setIssuedAt()
    .setExpirationTime('60s');
  return change(token).sign(key);
}

describe('an identity', () => {
  it.each<Viewer>([
    anonymous,
    aMember({ scopes: ['admin'] }),
    { kind: 'partner', id: 'key_1', scopes: ['partner:read'] },
    { kind: 'service', name: 'chat' },
  ])('says who asks: $kind', async (viewer) => {
    const token = await signIdentity(testSecret, 'users', viewer);
    expect(await verify(token)).toEqual(viewer);
    expect(await verify(token)).toEqual(viewer);
  });

  const now = Math.floor(Date.now() / 1000);
  const refused: [string, () => Promise<string> | string | undefined][] = [
    ['that is missing', () => undefined],
    ['that is empty', () => ''],
    ['that is no token', () => 'a.b.c'],
    ['signed with another secret', () => signIdentity('another'.repeat(6), 'users', anonymous)],
    ['for another subgraph', () => signIdentity(testSecret, 'chat', anonymous)],
    ['for several subgraphs', () => identity((token) => token.setAudience(['chat', 'skills']))],
    ['that has expired', () => identity((token) => token.setExpirationTime(now - 1))],
    ['that is too old', () => identity((token) => token.setIssuedAt(now - 120))],
    ['from the future', () => identity((token) => token.setIssuedAt(now + 120))],
    ['of another kind of token', () => identity(undefined, {}, { alg: 'HS256', typ: 'at+jwt' })],
    ['of nobody', () => identity(undefined, { viewer: { kind: 'root' } })],
    ['of a member without an id', () => identity(undefined, { viewer: { kind: 'member' } })],
    [
      'without a signature',
      () => new UnsecuredJWT({ viewer: anonymous }).setAudience('users').encode(),
    ],
  ];

  it.each(refused)('is refused %s', async (_title, token) => {
    await expect(verify(await token())).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  it('is refused when another algorithm signs it', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const token = new SignJWT({ viewer: anonymous })
      .setProtectedHeader({ alg: 'EdDSA', typ })
      .setAudience('users')
      .setIssuedAt()
      .setExpirationTime('60s');
    await expect(verify(await token.sign(privateKey))).rejects.toThrow();
  });

  it('is refused once any part of it was changed', async () => {
    const token = await signIdentity(testSecret, 'users', aMember());
    const [header = '', , signature = ''] = token.split('.');
    const admin = { viewer: aMember({ scopes: ['admin'] }), aud: 'users', iat: now, exp: now + 60 };
    const forged = Buffer.from(JSON.stringify(admin)).toString('base64url');
    await expect(verify(`${header}.${forged}.${signature}`)).rejects.toThrow();
  });
});

describe('a viewer', () => {
  it('is asked for what it must be', () => {
    const member = aMember({ scopes: ['support'] });
    expect(requireMember(member)).toBe(member);
    expect(() => requireMember(anonymous)).toThrow('Log in');
    expect(() => requireMember({ kind: 'service', name: 'chat' })).toThrow('Log in');
    expect(() => requireService(member)).toThrow('not for clients');
    expect([hasScope(member, 'support'), hasScope(member, 'admin')]).toEqual([true, false]);
    expect(hasScope({ kind: 'service', name: 'chat' }, 'support')).toBe(false);
    expect([isSelf(member, member.id), isSelf(anonymous, member.id)]).toEqual([true, false]);
  });
});
