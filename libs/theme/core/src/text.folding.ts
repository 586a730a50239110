/** A text as it is compared: without regard to case, width, accents, kinds of apostrophes and of space. */
export const folded = (text: string): string =>
  // Lower case twice: some signs, such as ℡, show their letters only once they are decomposed.
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ′]/g, "'")
    .replaceAll('ς', 'σ')
    .replace(/\s+/g, ' ');

/** Of a code unit whose sign can't be folded by itself: a mark, or a sign of several letters. */
export const NOT_ALONE = 0xffff;

/** What a UTF-16 code unit is folded to where it stands alone: a text is folded so without a copy of it, but for its spaces. */
export function foldedCode(code: number): number {
  const known = codes[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const sign = folded(String.fromCharCode(code));
  const found = sign.length === 1 && !isComposing(code) ? sign.charCodeAt(0) : NOT_ALONE;
  codes[code] = found;
  return found;
}

/** Surrogates stand for themselves: all that is folded and beyond the first plane is of scripts that have no place here. */
const isComposing = (code: number): boolean => code >= FIRST_JAMO && code <= LAST_JAMO;

/** Letters of Hangul that become a syllable next to each other. */
const FIRST_JAMO = 0x1100;
const LAST_JAMO = 0x11ff;

const UNKNOWN = 0;
const codes = new Uint16Array(0x10000);
