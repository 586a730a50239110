import { folded } from './text.folding';
import type { CompiledTheme, CompiledThemes, RuleWord } from './theme.rules';

/** What somebody wrote, part by part, and what else is known of it. */
export interface TextToTag {
  /** Such as `subject` and `description`. */
  readonly parts: readonly { readonly place: string; readonly text: string }[];
  /** Issue type and labels. */
  readonly labels: readonly string[];
}

/** Why a text has a theme: all words of a group, with the part that each occurs in, or a label. */
export type ThemeReason =
  | { readonly kind: 'words'; readonly words: readonly { readonly word: string; readonly place: string }[] }
  | { readonly kind: 'label'; readonly label: string };

export interface FoundTheme {
  readonly themeId: string;
  readonly because: readonly ThemeReason[];
}

/** The themes of a text, in the order of the policy, each with all that speaks for it. */
export function themesOf(rules: CompiledThemes, { parts, labels }: TextToTag): readonly FoundTheme[] {
  const places = placesOf(rules, parts);
  const candidates = new Set<number>();
  for (const wordId of places.keys()) for (const index of rules.byWord[wordId] ?? []) candidates.add(index);
  const labelled = labels.length === 0 ? NONE : labelledBy(rules, labels);
  for (const index of labelled.keys()) candidates.add(index);
  if (candidates.size === 0) return [];
  return [...candidates]
    .sort((one, other) => one - other)
    .flatMap((index) => {
      const theme = rules.themes[index];
      const because = theme ? reasonsOf(theme, places, labelled.get(index) ?? []) : [];
      return theme && because.length > 0 ? [{ themeId: theme.themeId, because }] : [];
    });
}

/** By the id of a word, the part in which it occurs first. */
type Places = ReadonlyMap<number, string>;

const NONE: ReadonlyMap<number, readonly string[]> = new Map();

function placesOf({ finder }: CompiledThemes, parts: TextToTag['parts']): Places {
  const places = new Map<number, string>();
  for (const { place, text } of parts) {
    finder.find(folded(text), (wordId) => {
      if (!places.has(wordId)) places.set(wordId, place);
    });
  }
  return places;
}

function labelledBy({ byLabel }: CompiledThemes, labels: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const label of labels) {
    for (const index of byLabel.get(folded(label)) ?? []) found.set(index, [...(found.get(index) ?? []), label]);
  }
  return found;
}

function reasonsOf(theme: CompiledTheme, places: Places, labels: readonly string[]): readonly ThemeReason[] {
  if (theme.unless.some(({ wordId }) => places.has(wordId))) return [];
  const words = theme.anyOf.flatMap((group) => groupIn(group, places) ?? []);
  return [...words, ...labels.map((label) => ({ kind: 'label', label }) as const)];
}

/** Undefined where not all words of the group occur. */
function groupIn(group: readonly RuleWord[], places: Places): ThemeReason | undefined {
  const words = group.flatMap(({ word, wordId }) => {
    const place = places.get(wordId);
    return place === undefined ? [] : [{ word, place }];
  });
  return words.length === group.length ? { kind: 'words', words } : undefined;
}
