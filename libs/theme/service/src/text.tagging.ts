import { stepsOf, themeIdsOf } from '@tenure/theme-core';
import type { AdoptedRules } from './adopted.rules';
import type { WrittenText } from './text.reading';
import type { StoredCorrection, ThemedTextRow } from './themed-text.entity';

/** A text with its themes, by the rules in force when it was written. */
export function tagged(written: WrittenText, rules: AdoptedRules): ThemedTextRow {
  const { source, sourceId, customerId, product, caseType, at, text } = written;
  const inForce = rules.themesAt(Date.parse(at));
  const themes = inForce ? themeIdsOf(inForce.rules, text) : [];
  return {
    source,
    sourceId,
    customerId,
    product,
    caseType,
    at,
    themes,
    steps: inForce ? stepsOf(inForce.rules, themes) : [],
    ruledBy: inForce?.version ?? 0,
    corrected: null,
  };
}

/** The same text with what a person said of it. */
export function corrected(row: ThemedTextRow, correction: StoredCorrection, rules: AdoptedRules): ThemedTextRow {
  const inForce = rules.themesAt(Date.parse(row.at));
  const { ruled, corrections } = row.corrected ?? { ruled: row.themes, corrections: [] };
  return {
    ...row,
    themes: correction.themes,
    steps: inForce ? stepsOf(inForce.rules, correction.themes) : [],
    corrected: { ruled, corrections: [...corrections, correction] },
  };
}

/** The themes of a text by what was known at a moment, in epoch milliseconds. */
export function themesKnownAt(row: Pick<ThemedTextRow, 'themes' | 'corrected'>, atMs: number): readonly string[] {
  if (!row.corrected) return row.themes;
  const { ruled, corrections } = row.corrected;
  // The last one that was recorded is the last word, whatever its time.
  return corrections.findLast(({ at }) => Date.parse(at) <= atMs)?.themes ?? ruled;
}
