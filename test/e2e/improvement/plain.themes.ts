import type { ThemesContent } from '@tenure/policy-contract';

/** Ids of themes whose words are in the text: a plain look for each of them. */
export const plainThemes = ({ themes }: ThemesContent, text: string, issueType?: string): string[] =>
  themes
    .filter(({ anyOf, unless = [], labels = [] }) => {
      const folded = fold(text);
      const isSaid = anyOf.some(({ all }) => all.every((word) => occurs(folded, fold(word))));
      const isLabelled = labels.some((label) => issueType !== undefined && fold(label) === fold(issueType));
      return (isSaid || isLabelled) && !unless.some((word) => occurs(folded, fold(word)));
    })
    .map(({ themeId }) => themeId)
    .sort();

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');

/** Words of letters where a word begins. */
function occurs(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}
