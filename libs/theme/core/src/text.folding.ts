const SPACE = /[\t-\r]| {2}/;
const SPACES = /\s+/g;

/** ASCII and what Chinese is written with: nothing in it is composed of other signs, and only wide ones have others for them. */
const PLAIN = /^[\0-\x7f\u3001\u3002\u300a-\u3011\u4e00-\u9fff\uff01-\uff5e“”]*$/;
const WIDE = /[\uff01-\uff5e]/;
const WIDE_SIGNS = /[\uff01-\uff5e]/g;
const WIDER_BY = 0xfee0;

/** A text as it is compared: without regard to case, width, accents, kinds of apostrophes and of space. */
export function folded(text: string): string {
  if (!PLAIN.test(text)) return foldedAny(text);
  const narrow = WIDE.test(text) ? text.replace(WIDE_SIGNS, narrowed) : text;
  const lower = narrow.toLowerCase();
  return SPACE.test(lower) ? lower.replace(SPACES, ' ') : lower;
}

const narrowed = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - WIDER_BY);

/** Lower case twice: some signs, such as ℡, show their letters only once they are decomposed. */
const foldedAny = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ′]/g, "'")
    .replace(SPACES, ' ');
