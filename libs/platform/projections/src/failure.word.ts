import { withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { clearFailure, noteFailure } from './checkpoint.store';
import { backoffMs, pause } from './pause';

type Named = readonly { readonly name: string }[];

/** Tells other processes of failures, by the checkpoints, in the order in which they came and went. */
export class FailureWord {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly stopping: AbortSignal,
  ) {}

  /** Once only: where there is no database to leave word in, its loss is what failed. */
  leave(projections: Named, failure: string): void {
    const names = projections.map(({ name }) => name);
    this.last = this.last.then(() =>
      withConnection(this.dataSource, (client) => noteFailure(client, names, failure)).catch(() => undefined),
    );
  }

  /** Until it succeeds, or all is stopped. */
  takeBack(projections: Named): void {
    const names = projections.map(({ name }) => name);
    this.last = this.last.then(async () => {
      for (let attempt = 0; !this.stopping.aborted; attempt++) {
        try {
          return await withConnection(this.dataSource, (client) => clearFailure(client, names));
        } catch {
          await pause(backoffMs(attempt), this.stopping);
        }
      }
    });
  }
}
