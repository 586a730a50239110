import { markupText, shortened } from '@tenure/kernel';
import type { Language } from '@tenure/shared-contract';
import { TRACE_KINDS, type Trace, type TraceNode } from './trace.graph';
import { KIND_NAMES } from './trace.words';

const BOX = { width: 190, height: 56 };
const GAP = { x: 60, y: 18 };
const TOP = 48;
const LEFT = 16;
const MOST_LETTERS = 28;

/** A column for each kind that is there, from the left to the right as one leads to the other; each box is a link. */
export function tracePicture({ of, nodes, edges }: Trace, language: Language): string {
  const columns = TRACE_KINDS.map((kind) => nodes.filter((node) => node.kind === kind)).filter(
    (column) => column.length > 0,
  );
  const places = new Map(columns.flatMap((column, x) => column.map((node, y) => [node.id, placeOf(x, y)] as const)));
  const rows = Math.max(...columns.map((column) => column.length));
  const [width, height] = [placeOf(columns.length, 0).x - GAP.x + LEFT, placeOf(0, rows).y];
  const lines = edges.flatMap(({ from, to }) => line(places.get(from), places.get(to)));
  const heads = columns.flatMap((column, x) => head(column, x, language));
  const boxes = nodes.flatMap((node) => box(node, places.get(node.id), node.id === of, language));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="${language}" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" font-family="system-ui,sans-serif" font-size="12">` +
    `<title>${TITLE[language]}</title>${ARROW}${lines.join('')}${heads.join('')}${boxes.join('')}</svg>\n`
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const TITLE = { zh: '从投诉到指标的追溯', en: 'From complaints to metrics' } as const;
const ARROW =
  '<defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">' +
  '<path d="M0 0L8 4L0 8z" fill="#595959"/></marker></defs>';

const placeOf = (x: number, y: number): Place => ({
  x: LEFT + x * (BOX.width + GAP.x),
  y: TOP + y * (BOX.height + GAP.y),
});

/** Between columns from side to side; within one, as from an answer to the one below it, around the left side. */
function line(from: Place | undefined, to: Place | undefined): readonly string[] {
  if (!from || !to) return [];
  const [y1, y2] = [from.y + BOX.height / 2, to.y + BOX.height / 2];
  if (from.x === to.x) {
    return [path(`M${from.x} ${y1}C${from.x - 30} ${y1} ${from.x - 30} ${y2} ${to.x} ${y2}`)];
  }
  const x1 = from.x + BOX.width;
  const middle = (x1 + to.x) / 2;
  return [path(`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${to.x} ${y2}`)];
}

const path = (d: string): string => `<path d="${d}" fill="none" stroke="#595959" marker-end="url(#a)"/>`;

function head(column: readonly TraceNode[], x: number, language: Language): readonly string[] {
  const [first] = column;
  return first ? [text(placeOf(x, 0).x, 24, KIND_NAMES[first.kind][language], 'font-weight="600" font-size="14"')] : [];
}

/** The whole of a text that is cut is in the title of its box. */
function box(node: TraceNode, place: Place | undefined, isAsked: boolean, language: Language): readonly string[] {
  if (!place) return [];
  const { title, note, href } = node;
  const { x, y } = place;
  const stroke = isAsked ? 'stroke="#1f5fa8" stroke-width="3"' : 'stroke="#8c8c8c"';
  const content =
    `<title>${markupText(title[language])}</title>` +
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="#fff" ${stroke}/>` +
    text(x + 10, y + 24, shortened(title[language], MOST_LETTERS), '') +
    (note ? text(x + 10, y + 43, shortened(note[language], MOST_LETTERS), 'fill="#595959" font-size="11"') : '');
  return [href === null ? `<g>${content}</g>` : `<a href="${markupText(href)}">${content}</a>`];
}

const text = (x: number, y: number, content: string, style: string): string =>
  `<text x="${x}" y="${y}" ${style}>${markupText(content)}</text>`;
