import type { ServiceStandardContent, ServiceTarget, TierService } from '@tenure/policy-contract';
import type { Language } from '@tenure/shared-contract';
import type { TableColumn } from '@tenure/tables';
import { durationText } from './duration.text';
import { inLanguage, URGENCY_NAMES } from './table.words';

export const SERVICE_LEVEL_TABLE: Readonly<Record<Language, string>> = { zh: '服务标准', en: 'Service levels' };

/** 客户等级 | 专属服务人员 | 响应时效 | 服务内容. */
export const serviceLevelColumns = (
  { targets }: Pick<ServiceStandardContent, 'targets'>,
  language: Language,
): readonly TableColumn<TierService>[] => [
  { header: inLanguage(language, '客户等级', 'Tier'), cell: ({ tier }) => tier, width: 10 },
  { header: inLanguage(language, '专属服务人员', 'Served by'), cell: ({ servedBy }) => servedBy[language], width: 24 },
  {
    header: inLanguage(language, '响应时效', 'Responds within'),
    cell: ({ tier, responds }) => responds?.[language] ?? respondsBy(targets, tier, language),
    width: 36,
  },
  {
    header: inLanguage(language, '服务内容', 'Service'),
    cell: ({ content }) => content.map((text) => text[language]).join(inLanguage(language, '、', '; ')),
    width: 60,
  },
];

/** By the targets themselves, where the policy has no words for it. */
function respondsBy(targets: readonly ServiceTarget[], tier: string, language: Language): string | null {
  const texts = targets
    .filter(({ clock, when }) => clock === 'first-response' && (when.tiers ?? [tier]).includes(tier))
    .map(({ when, withinMinutes }) => {
      const urgencies = (when.urgencies ?? []).map((urgency) => URGENCY_NAMES[urgency][language]);
      return [...urgencies, `≤ ${durationText(withinMinutes * 60)[language]}`].join(' ');
    });
  return texts.length === 0 ? null : [...new Set(texts)].join(inLanguage(language, '；', '; '));
}
