import type { Setting } from './setting';
import { SETTINGS } from './settings';

/** The settings as a Markdown table, one line each: what the README must hold. */
export const settingsTable = (): readonly string[] => [
  '| Setting | Default | Meaning |',
  '| --- | --- | --- |',
  ...Object.values(SETTINGS).map(row),
];

const row = ({ name, fallbackText, description, form }: Omit<Setting<unknown>, 'parse'>): string =>
  `| \`${name}\` | ${fallbackText} | ${description} (${form}) |`;
