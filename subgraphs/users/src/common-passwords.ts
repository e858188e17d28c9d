/** Passwords of eight characters and more that are guessed first, in lower case. */
const common: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 0123456789 0987654321 987654321 87654321 11111111 00000000
  12341234 123123123 12344321 11223344 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 q1w2e3r4 q1w2e3r4t5
  qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwertz123 qwertzuiop azertyui
  azertyuiop azerty123 azerty1234 asdfghjk asdfghjkl asdf1234 zxcvbnm1 zxcvbnm123 abcdefgh abcdefghi
  abcd1234 abc12345 abc123456 a1b2c3d4 aa123456 a12345678 a123456789 password passw0rd password1
  password12 password123 password1234 password! p@ssw0rd p@ssword pa55word passwort passwort1
  motdepasse motdepasse1 bonjour1 bonjour123 letmein1 letmein123 welcome1 welcome123 changeme
  changeme1 changeme123 iloveyou iloveyou1 iloveyou2 jetaime1 doudou123 princess princess1 sunshine
  sunshine1 football football1 baseball baseball1 superman superman1 batman123 starwars starwars1
  trustno1 whatever whatever1 computer computer1 internet internet1 michelle jennifer jonathan
  victoria samantha charlotte alexander christian elephant marseille liverpool chocolate chocolat
  butterfly dragon123 monkey123 shadow123 master123 michael1 jessica1 charlie1 ashley123 loulou123
  admin123 admin1234 administrator root1234 test1234 testtest test12345 guest123 user1234 default1
  secret123 secret1234 mypassword mypassword1 google123 facebook linkedin instagram skillswap
  skillswap1 skillswap123`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** True for a password that is among the first guesses, or one character repeated. */
export function isCommonPassword(lowerCase: string): boolean {
  return common.has(lowerCase) || new Set(lowerCase).size === 1;
}
