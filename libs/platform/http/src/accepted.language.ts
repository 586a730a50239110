import type { Language } from '@tenure/shared-contract';

/** The one of the two that an Accept-Language header likes best; English where it likes neither (RFC 9110, 12.5.4). */
export function acceptedLanguage(header: string | undefined): Language {
  const [best] = (header ?? '').split(',').flatMap(preferenceOf).sort(byWeight);
  return best?.language ?? 'en';
}

interface Preference {
  readonly language: Language;
  readonly weight: number;
}

const byWeight = (a: Preference, b: Preference): number => b.weight - a.weight;

const RANGE = /^\s*(zh|en)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i;

function preferenceOf(range: string): readonly Preference[] {
  const [, tag, quality = '1'] = RANGE.exec(range) ?? [];
  const weight = Number(quality);
  if (tag === undefined || weight === 0) return [];
  return [{ language: tag.toLowerCase() === 'zh' ? 'zh' : 'en', weight }];
}
