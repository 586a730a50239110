import { stepsOf, themesOf } from '@tenure/theme-core';
import type { AdoptedRules } from './adopted.rules';
import type { WrittenText } from './text.reading';
import type { StoredCorrection, ThemedTextRow } from './themed-text.entity';

/** A text with its themes, by the rules in force when it was written. */
export function tagged(written: WrittenText, rules: AdoptedRules): ThemedTextRow {
  const { source, sourceId, customerId, product, caseType, at, text } = written;
  const inForce = rules.themesAt(Date.parse(at));
  const found = inForce ? themesOf(inForce.rules, text) : [];
  const themes = found.map(({ themeId }) => themeId);
  return {
    source,
    sourceId,
    customerId,
    product,
    caseType,
    at,
    themes,
    steps: inForce ? stepsOf(inForce.rules, themes) : [],
    found: found.length > 0 ? found : null,
    ruledBy: inForce?.version ?? 0,
    corrections: null,
  };
}

/** The same text with what a person said of it. */
export function corrected(row: ThemedTextRow, correction: StoredCorrection, rules: AdoptedRules): ThemedTextRow {
  const inForce = rules.themesAt(Date.parse(row.at));
  return {
    ...row,
    themes: correction.themes,
    steps: inForce ? stepsOf(inForce.rules, correction.themes) : [],
    corrections: [...(row.corrections ?? []), correction],
  };
}

/** The themes of a text by what was known at a moment, in epoch milliseconds. */
export function themesKnownAt(
  { themes, found, corrections }: Pick<ThemedTextRow, 'themes' | 'found' | 'corrections'>,
  atMs: number,
): readonly string[] {
  if (!corrections) return themes;
  const known = corrections.filter(({ at }) => Date.parse(at) <= atMs);
  // The last one that was recorded is the last word, whatever its time.
  return known.at(-1)?.themes ?? (found ?? []).map(({ themeId }) => themeId);
}
