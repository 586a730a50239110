const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, but for those that set a text: XML has none. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

/** A text as it stands in HTML or SVG, between tags or in the quotes of an attribute. */
export const markupText = (text: string): string =>
  text.replace(CONTROLS, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
