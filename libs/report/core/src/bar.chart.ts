import { markupText, shortened } from '@tenure/kernel';
import type { Language } from '@tenure/shared-contract';
import { drawn, svg } from './svg.text';

interface Bar {
  readonly name: string;
  readonly now: number;
  readonly before: number;
}

const NAMES = 190;
const BARS = 380;
const ROW = 34;
const WIDTH = NAMES + BARS + 60;

/** Each month's number as a bar, the month before in grey below it; nothing where there is nothing to draw. */
export function barChart(title: string, bars: readonly Bar[], language: Language): readonly string[] {
  const most = Math.max(0, ...bars.flatMap(({ now, before }) => [now, before]));
  if (most === 0) return [];
  const content = bars.flatMap(({ name, now, before }, index) => {
    const y = 24 + index * ROW;
    return [
      `<text x="${NAMES - 8}" y="${y + 16}" text-anchor="end">${markupText(shortened(name, 28))}</text>`,
      bar(now, most, y, '#1f5fa8'),
      bar(before, most, y + 14, '#b8b8b8'),
    ];
  });
  const legend = { zh: '蓝：本月；灰：上月', en: 'Blue: the month; grey: the month before' }[language];
  const head = `<text x="0" y="14" font-weight="600">${markupText(title)}</text><text x="${WIDTH}" y="14" text-anchor="end" fill="#595959">${legend}</text>`;
  return [svg(WIDTH, 28 + bars.length * ROW, title, [head, ...content])];
}

const bar = (value: number, most: number, y: number, colour: string): string => {
  const width = (value / most) * BARS;
  return (
    `<rect x="${NAMES}" y="${y}" width="${drawn(width)}" height="12" fill="${colour}"/>` +
    `<text x="${drawn(NAMES + width + 6)}" y="${y + 10}">${value}</text>`
  );
};
