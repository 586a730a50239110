const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** How much room a text takes, in Latin letters: Chinese, Japanese and Korean characters take that of two. */
export const widthOf = (text: string): number => [...text].reduce((width, sign) => width + signWidth(sign), 0);

/** Cut where it would take more room, and then with … at its end. */
export function shortened(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let left = most - 1;
  const kept = [...text].findIndex((sign) => (left -= signWidth(sign)) < 0);
  return `${[...text].slice(0, kept).join('')}…`;
}

const signWidth = (sign: string): number => (WIDE.test(sign) ? 2 : 1);
