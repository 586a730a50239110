import {
  rebuildProjections,
  UnknownProjectionError,
  type Feed,
  type MemberState,
  type ProjectionBinding,
  type ProjectionStatus,
  type RebuildProgress,
} from '@tenure/projections';
import type { DataSource } from 'typeorm';
import type { ProjectionStatusView, RebuildStarted } from './projection.status.answer';

export interface ProjectionControlOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly bindings: readonly ProjectionBinding[];
  /** Position of the newest event of the log; undefined where it is empty. */
  readonly head: () => Promise<bigint | undefined>;
  /** Whoever keeps them up to date knows their state; else what the checkpoints say. */
  readonly status: () => Promise<readonly (ProjectionStatus & { readonly state?: MemberState })[]>;
  readonly onRebuildFailure: (projection: string, error: unknown) => void;
}

/** Says how far the read models are, and rebuilds them beside whatever process keeps them up to date. */
export class ProjectionControl {
  readonly #rebuilds = new Map<string, RebuildProgress>();
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(private readonly options: ProjectionControlOptions) {}

  async status(): Promise<ProjectionStatusView[]> {
    const statuses = await this.options.status();
    return statuses.map(({ position, ...status }) => {
      const rebuild = this.#rebuilds.get(status.name);
      return {
        ...status,
        ...(position !== undefined && { position: `${position}` }),
        ...(rebuild && { rebuild: { events: rebuild.events, position: `${rebuild.position}` } }),
      };
    });
  }

  /** Returns once it is under way. `resume`: goes on where one of the same version was broken off. Throws UnknownProjectionError. */
  rebuild(name: string, resume = false): RebuildStarted {
    const names = this.options.bindings.map(({ projection }) => projection.name);
    if (!names.includes(name)) throw new UnknownProjectionError(name, names);
    if (this.#rebuilds.has(name)) return { name, status: 'running' };
    this.#rebuilds.set(name, { events: 0, position: 0n });
    const running: Promise<void> = this.#run(name, resume).finally(() => this.#running.delete(running));
    this.#running.add(running);
    return { name, status: 'started' };
  }

  /** Breaks rebuilds off, which leaves the old rows serving. */
  async onApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#running);
  }

  async #run(name: string, resume: boolean): Promise<void> {
    const { signal } = this.#closing;
    const onProgress = (progress: RebuildProgress): unknown => this.#rebuilds.set(name, progress);
    try {
      await rebuildProjections({ ...this.options, names: [name], resume, signal, onProgress });
    } catch (error) {
      if (!signal.aborted) this.options.onRebuildFailure(name, error);
    } finally {
      this.#rebuilds.delete(name);
    }
  }
}
