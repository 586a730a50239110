import { AutomationFencedError } from '@tenure/automation-runtime';
import { copyRows, describeTable, selectRows, sqlStateOf, upsertRows, withConnection } from '@tenure/postgres';
import { isOfScope, kindOf, memberOf, scopeOf, type GroupKey, type KnownProblem } from '@tenure/theme-core';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { AdoptedVersions } from './adopted.rules';
import { ThemeDayCountRow } from './theme-day-count.entity';
import { ThemedTextRow } from './themed-text.entity';
import type { TextKey } from './pending.texts';
import type { ThemeWrites } from './theme.writes';

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
  async texts(keys: readonly TextKey[]): Promise<readonly ThemedTextRow[]> {
    if (keys.length === 0) return [];
    const columns = [keys.map(({ source }) => source), keys.map(({ sourceId }) => sourceId)];
    return withConnection(this.dataSource, (client) => selectRows(client, this.#texts, columns));
  }

  /** The newest first; `pending` are those that may not be stored yet, or not as they are now. */
  async casesOf(
    { group, from, until }: CasesOfGroup,
    pending: readonly ThemedTextRow[],
  ): Promise<readonly ThemedTextRow[]> {
    const stored = await this.dataSource
      .getRepository(ThemedTextRow)
      .createQueryBuilder('row')
      .where(`row.source = 'complaint' AND row.caseType = 'complaint'`)
      .andWhere('row.at >= :from AND row.at < :until', { from, until })
      .andWhere(CONDITIONS[kindOf(group)], { member: memberOf(group) })
      .getMany();
    const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)];
    const found = new Map(stored.map((row) => [row.sourceId, row]));
    for (const row of pending) {
      if (row.source !== 'complaint') continue;
      const atMs = Date.parse(row.at);
      if (isOfGroup(row, group) && atMs >= fromMs && atMs < untilMs) found.set(row.sourceId, row);
      else found.delete(row.sourceId);
    }
    return [...found.values()].sort(newestFirst);
  }

  /** New texts, ahead of the position up to which all is stored. */
  async writeAhead(texts: readonly ThemedTextRow[]): Promise<void> {
    await withConnection(this.dataSource, async (client) => {
      await client.query('BEGIN');
      // What is lost with the commit is tagged again: the position is not stored before.
      await client.query('SET LOCAL synchronous_commit = off');
      await this.#fence(client);
      await this.#add(client, texts);
      await client.query('COMMIT');
    });
  }

  /** In the transaction that is open; if that fails, all must be opened anew. */
  async write(client: PoolClient, { added, changed, counts, writes, state }: ThemeChanges): Promise<void> {
    await this.#fence(client);
    await this.#add(client, added);
    await upsertRows(client, this.#texts, changed);
    await upsertRows(client, this.#counts, counts);
    await writes.write(client);
    if (!state) return;
    await client.query('UPDATE theme_automation SET state = $2 WHERE name = $1', [THEMES, JSON.stringify(state)]);
  }

  /** Some are there already where they were written ahead of a position that was never stored. */
  async #add(client: PoolClient, texts: readonly ThemedTextRow[]): Promise<void> {
    if (texts.length === 0) return;
    await client.query('SAVEPOINT added');
    try {
      await copyRows(client, this.#texts, texts);
    } catch (error) {
      if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
      await client.query('ROLLBACK TO SAVEPOINT added');
      await upsertRows(client, this.#texts, texts);
    }
  }

  /** Whoever opens it next waits for what is being written. */
  async #fence(client: PoolClient): Promise<void> {
    const { rowCount } = await client.query('SELECT FROM theme_automation WHERE name = $1 AND epoch = $2 FOR SHARE', [
      THEMES,
      this.epoch,
    ]);
    if (rowCount !== 1) throw new AutomationFencedError(THEMES);
  }
}

/** What one transaction stores. */
export interface ThemeChanges {
  readonly added: readonly ThemedTextRow[];
  readonly changed: readonly ThemedTextRow[];
  readonly counts: readonly ThemeDayCountRow[];
  readonly writes: ThemeWrites;
  /** Undefined where it is as it was. */
  readonly state: ThemeState | undefined;
}

const UNIQUE_VIOLATION = '23505';

const CONDITIONS = {
  theme: ':member = ANY(row.themes)',
  product: 'row.product = :member',
  step: ':member = ANY(row.steps)',
} as const;

const isOfGroup = (row: ThemedTextRow, group: GroupKey): boolean =>
  row.caseType === 'complaint' && isOfScope(row, scopeOf(group));

const newestFirst = (one: ThemedTextRow, other: ThemedTextRow): number =>
  Date.parse(other.at) - Date.parse(one.at) || (one.sourceId < other.sourceId ? -1 : 1);
