import { FACT_NAMES, type FactName, type Facts } from '@tenure/behaviour-contract';
import type { Text } from '@tenure/shared-contract';

const PLACEHOLDER = /\{([^{}]*)\}/g;
const FACTS: ReadonlySet<string> = new Set(FACT_NAMES);
const UNKNOWN: Text = { zh: '未知', en: 'unknown' };
const YES: Text = { zh: '是', en: 'yes' };
const NO: Text = { zh: '否', en: 'no' };

/** Why, with what was known in place of each placeholder. */
export const reasonText = (reason: Text, facts: Facts): Text => ({
  zh: filled(reason.zh, facts, 'zh'),
  en: filled(reason.en, facts, 'en'),
});

/** Facts that a text names. */
export const placeholdersOf = (text: string): readonly FactName[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name).filter(isFact);

const isFact = (name: string): name is FactName => FACTS.has(name);

const filled = (text: string, facts: Facts, language: keyof Text): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => (isFact(name) ? valueText(facts[name], language) : whole));

function valueText(value: Facts[FactName], language: keyof Text): string {
  if (value === undefined) return UNKNOWN[language];
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  return typeof value === 'number' ? `${Math.round(value * 10) / 10}` : value;
}
