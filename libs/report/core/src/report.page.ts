import { markupText } from '@tenure/kernel';
import type { ReportCell, ReportDocument, ReportSection, ReportTable } from './report.document';

/** What is longer is in the workbook. */
const MOST_ROWS = 100;

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
${charts.map((chart) => `<figure>${chart}</figure>`).join('\n')}
${tables.map((table) => tableOf(table, language)).join('\n')}
</section>`;

function tableOf({ title, columns, rows }: ReportTable, language: ReportDocument['language']): string {
  const shown = rows.slice(0, MOST_ROWS);
  const left = rows.length - shown.length;
  const more = { zh: `另有 ${left} 行，见 Excel 文件。`, en: `${left} more rows are in the workbook.` }[language];
  return `<table><caption>${markupText(title)}</caption>
<thead><tr>${columns.map(({ text }) => `<th scope="col">${markupText(text)}</th>`).join('')}</tr></thead>
<tbody>${shown.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('\n')}</tbody>
</table>${rows.length === 0 ? `<p class="note">${{ zh: '无', en: 'None' }[language]}</p>` : ''}${left > 0 ? `<p class="note">${more}</p>` : ''}`;
}

const cellOf = (cell: ReportCell): string =>
  typeof cell === 'number' ? `<td class="n">${cell}</td>` : `<td>${cell === null ? '' : markupText(cell)}</td>`;

const STYLE =
  'body{font:14px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}' +
  'table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}' +
  'th,td{border:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top;white-space:pre-line}' +
  'th{background:#f2f2f2}.n{text-align:right;font-variant-numeric:tabular-nums}.note{color:#595959;margin:.2rem 0}' +
  'figure{margin:1rem 0}svg{max-width:100%;height:auto}' +
  '@media print{body{max-width:none;margin:0;font-size:10px}nav{display:none}section{break-before:page}' +
  'thead{display:table-header-group}tr,figure{break-inside:avoid}a{color:inherit}}';
