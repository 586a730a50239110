import { CreateAutomationPosition1700000001000 } from '@tenure/automation-runtime';
import { until } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import type { ArrayFeed } from '@tenure/projections/testing';
import type { DataSource } from 'typeorm';
import { themeEntities, themeMigrations } from '../theme.tables';

const TABLES = [
  'themed_text',
  'theme_day_count',
  'problem_case',
  'problem_touch',
  'case_money',
  'tier_since',
  'automation_position',
];

/** The tables of the automation alone, on a database that is empty. */
export async function openThemeTables(url: string): Promise<DataSource> {
  const migrations = [CreateAutomationPosition1700000001000, ...themeMigrations];
  const dataSource = await createDataSource({ url, entities: themeEntities, migrations });
  await runMigrations(dataSource);
  return dataSource;
}

export async function emptied(dataSource: DataSource): Promise<void> {
  for (const table of TABLES) await dataSource.query(`DELETE FROM ${table}`);
  await dataSource.query(`UPDATE theme_automation SET state = '{}'`);
}

/** Once all that the feed has is stored. */
export async function reached(feed: ArrayFeed, dataSource: DataSource): Promise<void> {
  const head = (await feed.head()) ?? 0n;
  const stored = async () => {
    const [row]: { position: string | null }[] = await dataSource.query('SELECT position FROM automation_position');
    return BigInt(row?.position ?? 0);
  };
  await until(async () => (await stored()) >= head, `position ${head} is stored`);
}
