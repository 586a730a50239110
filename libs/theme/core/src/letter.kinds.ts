/** Whether a UTF-16 code unit is of a word that has a beginning: a letter or digit, but not of a script without spaces. */
export function isSpacedLetter(code: number): boolean {
  const known = kinds[code];
  if (known !== UNKNOWN) return known === LETTER;
  const letter = String.fromCharCode(code);
  const isLetter = /[\p{L}\p{N}]/u.test(letter) && !WITHOUT_SPACES.test(letter);
  kinds[code] = isLetter ? LETTER : OTHER;
  return isLetter;
}

const UNKNOWN = 0;
const LETTER = 1;
const OTHER = 2;
const kinds = new Uint8Array(0x10000);

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
