import type { ThemesContent } from '@tenure/policy-contract';
import { FoundWords } from './found.words';
import { folded } from './text.folding';
import { WordFinder } from './word.finder';

/** A word as the policy has it, with the id under which it is found. */
export interface RuleWord {
  readonly word: string;
  readonly wordId: number;
}

/** Words that mean a theme where all of them occur. */
export interface WordGroup {
  /** Place of the theme among those of the policy, and of the group within it. */
  readonly theme: number;
  readonly place: number;
  readonly words: readonly RuleWord[];
}

export interface CompiledTheme {
  readonly themeId: string;
  readonly step: string | undefined;
  readonly unless: readonly RuleWord[];
}

/** The rules of a policy, ready to be asked about many texts. */
export interface CompiledThemes {
  readonly finder: WordFinder;
  /** Of the text that is at hand. */
  readonly found: FoundWords;
  readonly themes: readonly CompiledTheme[];
  /** Groups by the id of their first word. */
  readonly byFirstWord: readonly (readonly WordGroup[] | undefined)[];
  /** Places in `themes` of those that have the label, folded. */
  readonly byLabel: ReadonlyMap<string, readonly number[]>;
}

/** Takes milliseconds, for hundreds of rules. */
export function compileThemes({ themes }: ThemesContent): CompiledThemes {
  const finder = new WordFinder();
  const byFirstWord: WordGroup[][] = [];
  const byLabel = new Map<string, number[]>();
  const compiled = themes.map(({ themeId, step, unless = [] }) => ({
    themeId,
    step,
    unless: unless.flatMap((word) => wordOf(word, finder)),
  }));
  themes.forEach(({ anyOf, labels = [] }, theme) => {
    anyOf.forEach(({ all }, place) => {
      const words = all.flatMap((word) => wordOf(word, finder));
      const [first] = words;
      // A group of which nothing is left to look for would be found everywhere.
      if (first) (byFirstWord[first.wordId] ??= []).push({ theme, place, words });
    });
    for (const label of labels) {
      const key = folded(label);
      byLabel.set(key, [...(byLabel.get(key) ?? []), theme]);
    }
  });
  return { finder, found: new FoundWords(finder.size), themes: compiled, byFirstWord, byLabel };
}

/** Steps of the service that themes fall to: each once, in the order of the policy. */
export function stepsOf({ themes }: CompiledThemes, themeIds: readonly string[]): readonly string[] {
  if (themeIds.length === 0) return NO_STEPS;
  const steps: string[] = [];
  for (const { themeId, step } of themes) {
    if (step !== undefined && !steps.includes(step) && themeIds.includes(themeId)) steps.push(step);
  }
  return steps;
}

const NO_STEPS: readonly string[] = [];

function wordOf(word: string, finder: WordFinder): readonly RuleWord[] {
  const wordId = finder.add(word);
  return wordId === undefined ? [] : [{ word, wordId }];
}
