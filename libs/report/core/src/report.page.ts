import { markupText } from '@tenure/kernel';
import type { ReportCell, ReportDocument, ReportSection, ReportTable } from './report.document';

/** What is longer is in the workbook. */
const MOST_ROWS = 100;
/** Tables of so many rows are printed on one page. */
const MOST_ROWS_TOGETHER = 12;

/** A page that is complete in itself, to be read on a screen or printed; needs neither scripts nor other files. */
export const reportPage = ({ language, title, lines, sections }: ReportDocument): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${markupText(title)}</title>
<style>${STYLE}</style>
<h1>${markupText(title)}</h1>
${lines.map((line) => `<p>${markupText(line)}</p>`).join('\n')}
<nav><ol>${sections.map((section, index) => `<li><a href="#s${index + 1}">${markupText(section.title)}</a></li>`).join('')}</ol></nav>
${sections.map((section, index) => sectionOf(section, index + 1, language)).join('\n')}
</html>
`;

const sectionOf = (
  { title, notes, charts, tables }: ReportSection,
  number: number,
  language: ReportDocument['language'],
): string => `<section id="s${number}">
<h2>${number}. ${markupText(title)}</h2>
${notes.map((note) => `<p class="note">${markupText(note)}</p>`).join('\n')}
${chartsOf(charts)}
${tables.map((table) => tableOf(table, language)).join('\n')}
</section>`;

/** Nothing where there are none: a heading is printed on the page of what follows it. */
const chartsOf = (charts: readonly string[]): string =>
  charts.length === 0 ? '' : `<div class="c">${charts.map((chart) => `<figure>${chart}</figure>`).join('\n')}</div>`;

function tableOf({ title, columns, rows }: ReportTable, language: ReportDocument['language']): string {
  const shown = rows.slice(0, MOST_ROWS);
  const none = `<tr><td class="note" colspan="${columns.length}">${{ zh: '无', en: 'None' }[language]}</td></tr>`;
  const left = rows.length - shown.length;
  const isNumeric = columns.map((_column, index) => rows.some((row) => typeof row[index] === 'number'));
  const more = { zh: `另有 ${left} 行，见 Excel 文件。`, en: `${left} more rows are in the workbook.` }[language];
  return `<table${rows.length <= MOST_ROWS_TOGETHER ? ' class="t"' : ''}><caption>${markupText(title)}</caption>
<thead><tr>${columns.map(({ text }, index) => `<th scope="col"${isNumeric[index] ? ' class="n"' : ''}>${markupText(text)}</th>`).join('')}</tr></thead>
<tbody>${shown.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('\n')}${rows.length === 0 ? none : ''}</tbody>
</table>${left > 0 ? `<p class="note">${more}</p>` : ''}`;
}

const cellOf = (cell: ReportCell): string => {
  if (typeof cell === 'number') return `<td class="n">${cell}</td>`;
  if (cell === null) return '<td></td>';
  return `<td${UNBROKEN.test(cell) ? ' class="w"' : ''}>${markupText(cell)}</td>`;
};

/** Days, probabilities, and words of few characters, which nobody wants to read in a column of single ones. */
const UNBROKEN = /^[\d.e:-]+$|^\S{1,4}$/u;

const STYLE =
  'body{font:14px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}' +
  'table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}' +
  'th,td{border:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top;white-space:pre-line}' +
  'th{background:#f2f2f2}th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}td.n,td.w{white-space:nowrap}' +
  'th{word-break:keep-all}.note{color:#595959;margin:.2rem 0}' +
  '.c{display:grid;grid-template-columns:repeat(auto-fit,minmax(26rem,1fr));gap:0 2rem}figure{margin:1rem 0}svg{max-width:100%;height:auto}' +
  '@media print{@page{size:A4 landscape;margin:14mm}body{max-width:none;margin:0;padding:0;font-size:10px}nav{display:none}' +
  'h2,caption{break-after:avoid}thead{display:table-header-group}tr,figure,.t{break-inside:avoid}a{color:inherit}}';
