import { markupText } from '@tenure/kernel';
import { METRICS, type MetricId } from '@tenure/metric-contract';
import type { Language } from '@tenure/shared-contract';
import { rounded } from './report.document';
import type { TrendPoint } from './report.inputs';
import { UNIT_NAMES } from './report.words';
import { drawn, svg } from './svg.text';

const WIDTH = 560;
const HEIGHT = 160;
const LEFT = 40;
const TOP = 40;
const BOTTOM = HEIGHT - 28;

/** The months up to this one as a line, with a gap where nothing was measured; nothing where there are fewer than two to draw. */
export function trendChart(
  trend: readonly TrendPoint[],
  of: MetricId | 'cases',
  language: Language,
): readonly string[] {
  const values = trend.map((point) => valueOf(point, of));
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return [];
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const step = (WIDTH - LEFT - 40) / Math.max(1, trend.length - 1);
  const place = (value: number, index: number): Place => ({
    x: LEFT + index * step,
    y: BOTTOM - ((value - low) / (high - low || 1)) * (BOTTOM - TOP),
    text: String(rounded(value)),
  });
  const places = values.map((value, index) => (value === null ? null : place(value, index)));
  const months = trend.map(({ month }, index) => label(LEFT + index * step, HEIGHT - 8, month, '#595959'));
  const title = titleOf(of, language);
  const head = `<text x="0" y="14" font-weight="600">${markupText(title)}</text>`;
  return [svg(WIDTH, HEIGHT, title, [head, ...lines(places), ...places.flatMap(dot), ...months])];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const valueOf = ({ cases, values }: TrendPoint, of: MetricId | 'cases'): number | null =>
  of === 'cases' ? cases : (values.find(({ metricId }) => metricId === of)?.value ?? null);

const titleOf = (of: MetricId | 'cases', language: Language): string =>
  of === 'cases'
    ? { zh: '受理量趋势（件）', en: 'Cases opened, by month' }[language]
    : `${METRICS[of].title[language]} (${UNIT_NAMES[METRICS[of].unit][language]})`;

const lines = (places: readonly (Place | null)[]): readonly string[] =>
  places.flatMap((to, index) => {
    const from = places[index - 1];
    if (!from || !to) return [];
    return [
      `<line x1="${drawn(from.x)}" y1="${drawn(from.y)}" x2="${drawn(to.x)}" y2="${drawn(to.y)}" stroke="#1f5fa8" stroke-width="2"/>`,
    ];
  });

const dot = (place: Place | null): readonly string[] =>
  place === null
    ? []
    : [
        `<circle cx="${drawn(place.x)}" cy="${drawn(place.y)}" r="3" fill="#1f5fa8"/>`,
        label(place.x, place.y - 8, place.text, '#1a1a1a'),
      ];

const label = (x: number, y: number, text: string, colour: string): string =>
  `<text x="${drawn(x)}" y="${drawn(y)}" text-anchor="middle" fill="${colour}">${markupText(text)}</text>`;
