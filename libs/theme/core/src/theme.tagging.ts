import { folded } from './text.folding';
import type { CompiledTheme, CompiledThemes, RuleWord, WordGroup } from './theme.rules';

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

/** The themes of a text, in the order of the policy. */
export function themeIdsOf(rules: CompiledThemes, { parts, labels }: TextToTag): readonly string[] {
  const { finder, found } = rules;
  found.clear();
  for (const { text } of parts) finder.find(text, found.add);
  if (found.ids.length + labels.length === 0) return NO_THEMES;
  const themes = themesIn(rules, labels);
  return themes.length === 0 ? NO_THEMES : themes.map(({ themeId }) => themeId);
}

const NO_THEMES: readonly string[] = [];

/** Of the text whose words were found. */
function themesIn(rules: CompiledThemes, labels: readonly string[]): readonly CompiledTheme[] {
  const places: number[] = [];
  for (const wordId of rules.found.ids) putThemes(places, rules, rules.byFirstWord[wordId] ?? NONE);
  for (const label of labels) for (const theme of rules.byLabel.get(folded(label)) ?? []) putOnce(places, theme);
  if (places.length > 1) places.sort((one, other) => one - other);
  return places.flatMap((place) => rules.themes[place] ?? []).filter(({ unless }) => !rules.found.hasAny(unless));
}

function putThemes(places: number[], { found }: CompiledThemes, groups: readonly WordGroup[]): void {
  for (const { theme, words } of groups) if (found.hasAll(words)) putOnce(places, theme);
}

function putOnce(places: number[], place: number): void {
  if (!places.includes(place)) places.push(place);
}

/** The same, each with all that speaks for it. */
export function themesOf(rules: CompiledThemes, { parts, labels }: TextToTag): readonly FoundTheme[] {
  const places = placesOf(rules, parts);
  const reasons: Reasons = new Map();
  for (const { theme, words } of groupsIn(places, rules)) put(reasons, theme, inWords(words, places));
  for (const label of labels) {
    for (const theme of rules.byLabel.get(folded(label)) ?? []) put(reasons, theme, { kind: 'label', label });
  }
  return reasons.size === 0 ? [] : unlessExcluded(rules, reasons, places);
}

/** What speaks for themes, by their places in the policy. */
type Reasons = Map<number, ThemeReason[]>;

function unlessExcluded({ themes }: CompiledThemes, reasons: Reasons, places: Places): readonly FoundTheme[] {
  const found: FoundTheme[] = [];
  for (const [place, because] of [...reasons].sort(([one], [other]) => one - other)) {
    const rule = themes[place];
    const isExcluded = rule?.unless.some(({ wordId }) => places.has(wordId));
    if (rule && !isExcluded) found.push({ themeId: rule.themeId, because });
  }
  return found;
}

/** By the id of a word, the part in which it occurs first. */
type Places = ReadonlyMap<number, string>;

function placesOf({ finder }: CompiledThemes, parts: TextToTag['parts']): Places {
  const places = new Map<number, string>();
  for (const { place, text } of parts) {
    finder.find(text, (wordId) => {
      if (!places.has(wordId)) places.set(wordId, place);
    });
  }
  return places;
}

/** Those of which all words occur, in the order of the policy. */
function groupsIn(places: Places, { byFirstWord }: CompiledThemes): readonly WordGroup[] {
  const found: WordGroup[] = [];
  for (const wordId of places.keys()) {
    for (const group of byFirstWord[wordId] ?? NONE) if (occurs(group, places)) found.push(group);
  }
  return found.length < 2 ? found : found.sort((one, other) => one.theme - other.theme || one.place - other.place);
}

const NONE: readonly WordGroup[] = [];

function occurs({ words }: WordGroup, places: Places): boolean {
  for (const { wordId } of words) if (!places.has(wordId)) return false;
  return true;
}

const inWords = (words: readonly RuleWord[], places: Places): ThemeReason => ({
  kind: 'words',
  words: words.map(({ word, wordId }) => ({ word, place: places.get(wordId) ?? '' })),
});

function put(reasons: Reasons, theme: number, reason: ThemeReason): void {
  const known = reasons.get(theme);
  if (known) known.push(reason);
  else reasons.set(theme, [reason]);
}
