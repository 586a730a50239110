const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, but for those that set a text: XML has none. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

/** Text inside of HTML and SVG. */
export const escaped = (text: string): string =>
  text.replace(CONTROLS, '').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** A number of a drawing: to one decimal, so that the same figures are the same drawing. */
export const drawn = (value: number): string => String(Math.round(value * 10) / 10);

export const svg = (width: number, height: number, title: string, content: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${drawn(width)} ${drawn(height)}" ` +
  `width="${drawn(width)}" height="${drawn(height)}" font-family="system-ui,sans-serif" font-size="12">` +
  `<title>${escaped(title)}</title>${content.join('')}</svg>`;

/** Cut where it would not fit. */
export const short = (text: string, most: number): string => {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
};
