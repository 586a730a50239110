import { METRICS } from '@tenure/metric-contract';
import type { Language } from '@tenure/shared-contract';
import type { MetricChange } from './metric.change';
import { rounded, type ColumnOf } from './report.document';
import { DIRECTION_NAMES, UNIT_NAMES } from './report.words';

/** What a metric was, and how it moved. */
export const metricColumns = (language: Language): readonly ColumnOf<MetricChange>[] => [
  { zh: '指标', en: 'Metric', width: 28, cell: ({ now }) => METRICS[now.metricId].title[language] },
  { zh: '单位', en: 'Unit', width: 10, cell: ({ now }) => UNIT_NAMES[METRICS[now.metricId].unit][language] },
  { zh: '本月', en: 'Month', width: 10, cell: ({ now }) => rounded(now.value) },
  { zh: '95% 区间下限', en: '95 % low', width: 12, cell: ({ now }) => rounded(now.interval?.low ?? null) },
  { zh: '95% 区间上限', en: '95 % high', width: 12, cell: ({ now }) => rounded(now.interval?.high ?? null) },
  { zh: '样本量', en: 'n', width: 10, cell: ({ now }) => now.n },
  { zh: '上月', en: 'Month before', width: 12, cell: ({ before }) => rounded(before.value) },
  { zh: '上月样本量', en: 'n before', width: 12, cell: ({ before }) => before.n },
  { zh: '变化', en: 'Change', width: 10, cell: ({ difference }) => rounded(difference) },
  { zh: '判断', en: 'Judged', width: 24, cell: ({ direction }) => DIRECTION_NAMES[direction][language] },
];
