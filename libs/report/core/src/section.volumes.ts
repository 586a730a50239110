import { CASE_TYPE_NAMES, type Language, type Text } from '@tenure/shared-contract';
import { barChart } from './bar.chart';
import { tableOf, type ColumnOf, type ReportSection } from './report.document';
import type { ReportModel } from './report.model';
import { CHANNEL_NAMES, nameIn } from './report.words';
import { trendChart } from './trend.chart';
import type { VolumeRow } from './volume.rows';

/** 受理量: cases by type, channel, theme and product, against the month before. */
export function volumeSection({ volumes, trend, themeTitles }: ReportModel, language: Language): ReportSection {
  const { total, byType, byChannel, byProduct, byTheme, withoutTheme, heardByTheme } = volumes;
  const types = named(byType, (key) => nameIn(CASE_TYPE_NAMES, key)[language], language);
  const channels = named(byChannel, (key) => nameIn(CHANNEL_NAMES, key)[language], language);
  const themes = named(byTheme, (key) => nameIn(themeTitles, key)[language], language);
  const heard = named(heardByTheme, (key) => nameIn(themeTitles, key)[language], language);
  const products = named(byProduct, (key) => key, language);
  const rest = { ...withoutTheme, name: NO_THEME[language] };
  return {
    title: { zh: '受理量', en: 'Volumes' }[language],
    notes: [
      {
        zh: `本月新建 ${total.now} 件，上月 ${total.before} 件。一件可属于多个主题。`,
        en: `${total.now} cases were opened, ${total.before} in the month before. A case may have several themes.`,
      }[language],
    ],
    charts: [
      ...trendChart(trend, 'cases', language),
      ...barChart(BY_THEME[language], themes.slice(0, MOST_BARS), language),
      ...barChart(BY_CHANNEL[language], channels.slice(0, MOST_BARS), language),
    ],
    tables: [
      tableOf(language, { zh: '受理量（按类型）', en: 'Cases by type' }, COLUMNS, types),
      tableOf(language, BY_CHANNEL, COLUMNS, channels),
      tableOf(language, BY_THEME, COLUMNS, [...themes, rest]),
      tableOf(language, { zh: '回答与客户之声（按主题）', en: 'Answers and voices by theme' }, COLUMNS, heard),
      tableOf(language, { zh: '受理量（按产品）', en: 'Cases by product' }, COLUMNS, products),
    ],
  };
}

interface NamedVolume {
  readonly name: string;
  readonly now: number;
  readonly before: number;
}

const BY_THEME: Text = { zh: '受理量（按主题）', en: 'Cases by theme' };
const BY_CHANNEL: Text = { zh: '受理量（按渠道）', en: 'Cases by channel' };
const NO_THEME: Text = { zh: '（无主题）', en: '(no theme)' };
const NOT_SAID: Text = { zh: '（未注明）', en: '(not said)' };
const MOST_BARS = 12;

const COLUMNS: readonly ColumnOf<NamedVolume>[] = [
  { zh: '类别', en: 'Kind', width: 32, cell: ({ name }) => name },
  { zh: '本月', en: 'Month', width: 10, cell: ({ now }) => now },
  { zh: '上月', en: 'Month before', width: 12, cell: ({ before }) => before },
  { zh: '变化', en: 'Change', width: 10, cell: ({ now, before }) => now - before },
];

const named = (
  rows: readonly VolumeRow[],
  nameOf: (key: string) => string,
  language: Language,
): readonly NamedVolume[] =>
  rows.map(({ key, now, before }) => ({ name: key === null ? NOT_SAID[language] : nameOf(key), now, before }));
