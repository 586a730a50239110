import type { NoticeParameter, NoticeParameters } from '@tenure/notice-contract';
import { noticeTemplates } from './notice.template';
import { noticeWords } from './notice.words';
import type { InBothLanguages, NoticeLanguage, NoticeTemplate } from './template.type';

/** How a reader wants it. `timeZone` is an IANA name, such as `Asia/Shanghai`. */
export interface Wording {
  readonly language: NoticeLanguage;
  readonly timeZone: string;
  /** The name of a person, given the id; the id itself where it is not known. */
  readonly nameOf: (personId: string) => string;
  /** The link by which an invitation is answered; absent for whoever it is not for, who sees a dash. */
  readonly linkOf?: (invitationId: string) => string;
}

export interface RenderedNotice {
  readonly language: NoticeLanguage;
  /** One line. */
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
}

/** A notice in words. What a placeholder has no value for shows as a dash; an unknown template as its bare values. */
export function renderNotice(template: string, parameters: NoticeParameters, wording: Wording): RenderedNotice {
  const { subject, body } = TEMPLATES.get(template) ?? bare(template, parameters);
  const { language } = wording;
  return {
    language,
    subject: oneLine(filled(subject[language], parameters, wording)),
    body: filled(body[language], parameters, wording),
  };
}

/** The placeholders of a text as they stand there, such as `dueAt:instant`, each once, sorted. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(PLACEHOLDER)].map(([whole]) => whole.slice(1, -1)))].sort();

const TEMPLATES: ReadonlyMap<string, NoticeTemplate> = new Map(Object.entries(noticeTemplates));
type Form = 'instant' | 'word' | 'person' | 'survey-link' | undefined;
const PLACEHOLDER = /\{([a-z]\w*)(?::(instant|word|person|survey-link))?\}/gi;
const ABSENT = '–';

/** In one pass, so that braces in a value are left as they are. */
const filled = (text: string, parameters: NoticeParameters, wording: Wording): string =>
  text.replace(PLACEHOLDER, (_whole, name: string, form: Form) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return value === undefined ? ABSENT : shown(value, form, wording);
  });

function shown(value: NoticeParameter, form: Form, wording: Wording): string {
  if (typeof value !== 'string') return value[wording.language];
  switch (form) {
    case 'instant':
      return instantShown(value, wording.timeZone);
    case 'word':
      return noticeWords[value]?.[wording.language] ?? value;
    case 'person':
      return wording.nameOf(value);
    case 'survey-link':
      return wording.linkOf?.(value) ?? ABSENT;
    case undefined:
      return value;
  }
}

/** `2026-11-22 18:30 GMT+8`; as it is where it is no time. */
function instantShown(instant: string, timeZone: string): string {
  const epochMs = Date.parse(instant);
  if (Number.isNaN(epochMs)) return instant;
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const digits = '2-digit';
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  formats.set(timeZone, format);
  return format;
}

/** Making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

function bare(template: string, parameters: NoticeParameters): NoticeTemplate {
  const lines = Object.keys(parameters).map((name) => `${name}: {${name}}`);
  const inBoth = (text: string): InBothLanguages => ({ zh: text, en: text });
  return { subject: inBoth(template), body: inBoth(lines.join('\n')) };
}
