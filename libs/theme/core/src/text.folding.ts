const ASCII = /^[\0-\x7f]*$/;
const SPACE = /[\t-\r]| {2}/;

/** A text as it is compared: without regard to case, width, accents, kinds of apostrophes and of space. */
export function folded(text: string): string {
  if (!ASCII.test(text)) return foldedWide(text);
  const lower = text.toLowerCase();
  return SPACE.test(lower) ? lower.replace(/\s+/g, ' ') : lower;
}

/** Lower case twice: some signs, such as ℡, show their letters only once they are decomposed. */
const foldedWide = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ′]/g, "'")
    .replace(/\s+/g, ' ');
