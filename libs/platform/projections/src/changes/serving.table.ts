import { selectRows, type TableShape, withConnection } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { selectPage } from './serving.page';
import { readServingState, type ServingState } from './serving.state';

export interface ServingView {
  /** What the table held when the rows were read. */
  readonly state: ServingState;
  readonly rows: readonly object[];
}

/** A projection's table as it serves, whoever writes it. */
export class ServingTable {
  constructor(
    private readonly dataSource: DataSource,
    private readonly name: string,
    readonly shape: TableShape,
  ) {}

  state(): Promise<ServingState> {
    return withConnection(this.dataSource, (client) => readServingState(client, this.name));
  }

  /** Rows of the given keys (key columns as text), those that there are. */
  rowsOf(keys: readonly (readonly string[])[]): Promise<ServingView> {
    const lists = this.shape.keyColumns.map((_, column) => keys.map((key) => key[column] ?? ''));
    return this.#view((client) => selectRows(client, this.shape, lists));
  }

  /** Rows in the order of their keys, after that of the given row. */
  page(after: object | undefined, limit: number): Promise<ServingView> {
    return this.#view((client) => selectPage(client, this.shape, after, limit));
  }

  /** Locked before anything is read: in a view that is older than it, a table that is swapped in would look empty. */
  #view(read: (client: ClientBase) => Promise<object[]>): Promise<ServingView> {
    return withConnection(this.dataSource, async (client) => {
      await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ; LOCK TABLE ${this.shape.table} IN ACCESS SHARE MODE`);
      const state = await readServingState(client, this.name);
      const rows = await read(client);
      await client.query('COMMIT');
      return { state, rows };
    });
  }
}
