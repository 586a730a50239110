import type { ThemeRule, ThemesContent } from '@tenure/policy-contract';
import { folded } from './text.folding';
import { WordFinder } from './word.finder';

/** A word as the policy has it, with the id under which it is found. */
export interface RuleWord {
  readonly word: string;
  readonly wordId: number;
}

/** A theme whose words are known by their ids. */
export interface CompiledTheme {
  readonly themeId: string;
  readonly step: string | undefined;
  /** All of one of the groups. */
  readonly anyOf: readonly (readonly RuleWord[])[];
  readonly unless: readonly RuleWord[];
}

/** The rules of a policy, ready to be asked about many texts. */
export interface CompiledThemes {
  readonly finder: WordFinder;
  readonly themes: readonly CompiledTheme[];
  /** Places in `themes` of those that have the word in a group of theirs, by the word's id. */
  readonly byWord: readonly (readonly number[])[];
  /** The same by label, folded. */
  readonly byLabel: ReadonlyMap<string, readonly number[]>;
}

/** Takes milliseconds, for hundreds of rules. */
export function compileThemes({ themes }: ThemesContent): CompiledThemes {
  const finder = new WordFinder();
  const compiled = themes.map((theme) => compileTheme(theme, finder));
  const byWord: number[][] = [];
  const byLabel = new Map<string, number[]>();
  compiled.forEach(({ anyOf }, index) => {
    for (const { wordId } of anyOf.flat()) (byWord[wordId] ??= []).push(index);
    for (const label of themes[index]?.labels ?? []) {
      const key = folded(label);
      byLabel.set(key, [...(byLabel.get(key) ?? []), index]);
    }
  });
  return { finder, themes: compiled, byWord, byLabel };
}

/** Steps of the service that themes fall to: each once, in the order of the policy. */
export function stepsOf({ themes }: CompiledThemes, themeIds: readonly string[]): readonly string[] {
  if (themeIds.length === 0) return [];
  const steps = themes.flatMap(({ themeId, step }) => (step !== undefined && themeIds.includes(themeId) ? [step] : []));
  return [...new Set(steps)];
}

function compileTheme({ themeId, step, anyOf, unless = [] }: ThemeRule, finder: WordFinder): CompiledTheme {
  const wordOf = (word: string): readonly RuleWord[] => {
    const wordId = finder.add(folded(word));
    return wordId === undefined ? [] : [{ word, wordId }];
  };
  return {
    themeId,
    step,
    // A group of which nothing is left to look for would be found everywhere.
    anyOf: anyOf.map(({ all }) => all.flatMap(wordOf)).filter((group) => group.length > 0),
    unless: unless.flatMap(wordOf),
  };
}
