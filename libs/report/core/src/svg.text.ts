import { markupText } from '@tenure/kernel';

/** A number of a drawing: to one decimal, so that the same figures are the same drawing. */
export const drawn = (value: number): string => String(Math.round(value * 10) / 10);

export const svg = (width: number, height: number, title: string, content: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${drawn(width)} ${drawn(height)}" ` +
  `width="${drawn(width)}" height="${drawn(height)}" font-family="system-ui,sans-serif" font-size="12">` +
  `<title>${markupText(title)}</title>${content.join('')}</svg>`;
