import type { TableColumn } from '@tenure/tables';
import type { AttainmentDimension, AttainmentFigures } from '@tenure/service-standard-core';
import { CASE_TYPE_NAMES, type Language } from '@tenure/shared-contract';
import type { AttainmentGroupView, AttainmentView } from './attainment.view';
import { CLOCK_NAMES } from './clock-history.words';
import { inLanguage } from './table.words';

export const ATTAINMENT_TABLE: Readonly<Record<Language, string>> = { zh: '服务标准达成率', en: 'Attainment' };

/** A column for each dimension, then met, breached and attained of each view asked for, and the difference. */
export function attainmentColumns(
  { by, view }: AttainmentView,
  language: Language,
): readonly TableColumn<AttainmentGroupView>[] {
  const shown = view === 'both' ? (['judged', 'restated', 'difference'] as const) : ([view] as const);
  return [
    ...by.map((dimension) => ({
      header: DIMENSIONS[dimension][language],
      cell: ({ group }: AttainmentGroupView) => valueText(dimension, group[dimension] ?? null, language),
      width: 18,
    })),
    ...shown.flatMap((name) =>
      FIGURES.map(([field, zh, en]) => ({
        header: `${VIEWS[name][language]} ${inLanguage(language, zh, en)}`,
        cell: (row: AttainmentGroupView) => figure(row[name], field),
      })),
    ),
  ];
}

const FIGURES = [
  ['met', '达成', 'met'],
  ['breached', '超时', 'breached'],
  ['attained', '达成率 %', 'attained %'],
] as const;

const VIEWS = {
  judged: { zh: '当时判定', en: 'As judged then:' },
  restated: { zh: '按现行标准', en: 'Restated:' },
  difference: { zh: '差异', en: 'Difference:' },
} as const;

const DIMENSIONS: Readonly<Record<AttainmentDimension, Readonly<Record<Language, string>>>> = {
  kind: { zh: '时限', en: 'Clock' },
  tier: { zh: '客户等级', en: 'Tier' },
  owner: { zh: '负责人', en: 'Owner' },
  caseType: { zh: '类型', en: 'Type' },
  month: { zh: '月份', en: 'Month' },
  policyId: { zh: '服务标准', en: 'Standard' },
};

function valueText(dimension: AttainmentDimension, value: string | null, language: Language): string | null {
  const names: Readonly<Record<string, Readonly<Record<Language, string>>>> =
    dimension === 'kind' ? CLOCK_NAMES : dimension === 'caseType' ? CASE_TYPE_NAMES : {};
  return value === null ? null : (names[value]?.[language] ?? value);
}

/** Percent with two decimals. */
function figure(figures: AttainmentFigures | null, field: keyof AttainmentFigures): number | null {
  if (!figures) return null;
  return field === 'attained' ? Math.round(figures.attained * 10_000) / 100 : figures[field];
}
