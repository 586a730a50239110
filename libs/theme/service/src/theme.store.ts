import { AutomationFencedError } from '@tenure/automation-runtime';
import { describeTable, selectRows, upsertRows, withConnection } from '@tenure/postgres';
import { isOfScope, kindOf, memberOf, scopeOf, type GroupKey, type KnownProblem } from '@tenure/theme-core';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { AdoptedVersions } from './adopted.rules';
import { ThemeDayCountRow } from './theme-day-count.entity';
import { ThemedTextRow } from './themed-text.entity';
import { keyOf, type ThemeWrites } from './theme.writes';

export const THEMES = 'themes';

/** What is stored as a whole: little, and seldom changed. */
export interface ThemeState {
  readonly versions?: AdoptedVersions;
  readonly problems?: readonly KnownProblem[];
  /** Complaints of this day and later ones have come that nothing was made of yet; counted from 1970-01-01. */
  readonly unjudgedFrom?: number;
}

/** Complaints of a group from one moment up to, not including, another; ISO 8601. */
export interface CasesOfGroup {
  readonly group: GroupKey;
  readonly from: string;
  readonly until: string;
}

/**
 * What the automation has stored. Of several that were opened only the last may write: the ones before it fail with
 * AutomationFencedError.
 */
export class ThemeStore {
  readonly #texts;
  readonly #counts;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly epoch: string,
    readonly state: ThemeState,
  ) {
    this.#texts = describeTable(dataSource, ThemedTextRow);
    this.#counts = describeTable(dataSource, ThemeDayCountRow);
  }

  static async open(dataSource: DataSource): Promise<ThemeStore> {
    return withConnection(dataSource, async (client) => {
      const { rows } = await client.query<{ epoch: string; state: ThemeState }>(
        'UPDATE theme_automation SET epoch = epoch + 1 WHERE name = $1 RETURNING epoch::text, state',
        [THEMES],
      );
      const [{ epoch, state } = { epoch: '', state: {} }] = rows;
      return new ThemeStore(dataSource, epoch, state);
    });
  }

  /** Of every day. */
  counts(): Promise<readonly ThemeDayCountRow[]> {
    return withConnection(this.dataSource, async (client) => {
      const { rows } = await client.query<ThemeDayCountRow>(
        'SELECT complaint_group AS group, day, cases FROM theme_day_count ORDER BY complaint_group, day',
      );
      return rows;
    });
  }

  /** Those of these keys that are stored. */
  async texts(keys: readonly Pick<ThemedTextRow, 'source' | 'sourceId'>[]): Promise<readonly ThemedTextRow[]> {
    if (keys.length === 0) return [];
    const columns = [keys.map(({ source }) => source), keys.map(({ sourceId }) => sourceId)];
    return withConnection(this.dataSource, (client) => selectRows(client, this.#texts, columns));
  }

  /** Stored or still to be written, the newest first. */
  async casesOf({ group, from, until }: CasesOfGroup, { texts }: ThemeWrites): Promise<readonly ThemedTextRow[]> {
    const stored = await this.dataSource
      .getRepository(ThemedTextRow)
      .createQueryBuilder('row')
      .where(`row.source = 'complaint' AND row.caseType = 'complaint'`)
      .andWhere('row.at >= :from AND row.at < :until', { from, until })
      .andWhere(CONDITIONS[kindOf(group)], { member: memberOf(group) })
      .getMany();
    const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)];
    const pending = [...texts.values()].filter(
      (row) => isOfGroup(row, group) && Date.parse(row.at) >= fromMs && Date.parse(row.at) < untilMs,
    );
    return [...stored.filter((row) => !texts.has(keyOf(row))), ...pending].sort(newestFirst);
  }

  /** In the transaction that is open; if that fails, all must be opened anew. */
  async write(
    client: PoolClient,
    writes: ThemeWrites,
    counts: readonly ThemeDayCountRow[],
    state: ThemeState | undefined,
  ): Promise<void> {
    await this.#fence(client);
    await upsertRows(client, this.#texts, [...writes.texts.values()]);
    await upsertRows(client, this.#counts, counts);
    await writes.write(client);
    if (!state) return;
    await client.query('UPDATE theme_automation SET state = $2 WHERE name = $1', [THEMES, JSON.stringify(state)]);
  }

  /** Whoever opens it next waits for what is being written. */
  async #fence(client: PoolClient): Promise<void> {
    const { rowCount } = await client.query(
      'SELECT FROM theme_automation WHERE name = $1 AND epoch = $2 FOR NO KEY UPDATE',
      [THEMES, this.epoch],
    );
    if (rowCount !== 1) throw new AutomationFencedError(THEMES);
  }
}

const CONDITIONS = {
  theme: ':member = ANY(row.themes)',
  product: 'row.product = :member',
  step: ':member = ANY(row.steps)',
} as const;

const isOfGroup = (row: ThemedTextRow, group: GroupKey): boolean =>
  row.caseType === 'complaint' && isOfScope(row, scopeOf(group));

const newestFirst = (one: ThemedTextRow, other: ThemedTextRow): number =>
  Date.parse(other.at) - Date.parse(one.at) || (one.sourceId < other.sourceId ? -1 : 1);
