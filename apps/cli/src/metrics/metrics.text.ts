import { textTable } from '../text.table';
import type { Metric, MetricValue, SimulatedVerification } from './metrics.answers';

export const catalogueLines = (metrics: readonly Metric[]): readonly string[] =>
  textTable(
    [
      { title: 'METRIC', value: ({ metricId }: Metric) => metricId },
      { title: 'TITLE', value: ({ title }) => `${title.zh} ${title.en}` },
      { title: 'UNIT', value: ({ unit }) => unit },
      { title: 'BETTER', value: ({ better }) => better },
      { title: 'BY', value: ({ segments }) => segments.join(' ') },
    ],
    metrics,
  );

export const valueLines = (values: readonly MetricValue[]): readonly string[] =>
  textTable(
    [
      { title: 'FROM', value: ({ window }: MetricValue) => window.from },
      { title: 'UNTIL', value: ({ window }) => window.until },
      { title: 'N', value: ({ n }) => String(n), alignRight: true },
      { title: 'VALUE', value: ({ value }) => figure(value), alignRight: true },
      {
        title: '95 %',
        value: ({ interval }) => (interval ? `${figure(interval.low)} – ${figure(interval.high)}` : '–'),
      },
      { title: 'BESIDES', value: ({ besides = {} }) => besidesText(besides) },
    ],
    values,
  );

export const simulatedLines = ({ result, later }: SimulatedVerification): readonly string[] => [
  `${result.verdict}: ${result.reason.en}`,
  result.reason.zh,
  ...later.flatMap(({ observed, verdict, reason }) => [`Until ${observed.window.until} ${verdict}: ${reason.en}`]),
];

export const figure = (value: number | null): string => (value === null ? '–' : String(Number(value.toFixed(2))));

const besidesText = (besides: Readonly<Record<string, number>>): string =>
  Object.entries(besides)
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(', ');
