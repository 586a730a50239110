import { withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { type Claim, ensureCheckpoints, readClaims, takeOver } from './checkpoint.store';
import { EngineMember, type MemberState } from './engine.member';
import type { Feed } from './feed';
import { backoffMs, LONGEST_BACKOFF_MS, pause } from './pause';
import { FailureWord } from './failure.word';
import type { ProjectionBinding } from './projection.binding';
import { ProjectionBrokenError, ProjectionFencedError, ProjectionReplacedError } from './projection.errors';
import { openFolds } from './projection.folds';
import { rebuildProjections } from './projection.rebuild';
import { runProjections, type RunProgress } from './projection.run';
import { type ProjectionStatus, readProjectionStatus } from './projection.status';

export interface EngineOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly bindings: readonly ProjectionBinding[];
  /** Position of the newest event of the log; undefined where it is empty. */
  readonly head: () => Promise<bigint | undefined>;
  /** Events folded before rows are written, when there is much to catch up on; 1000 unless given. */
  readonly maxBatchEvents?: number;
  /** Rows per projection that are kept in memory at the least; 20,000 unless given. */
  readonly cacheRows?: number;
  /** For logs: called on every failure; the engine goes on by itself. */
  readonly onFailure?: (projections: readonly string[], error: unknown) => void;
  readonly nowMs?: () => number;
}

export interface RunningStatus extends ProjectionStatus {
  readonly state: MemberState;
}

/** Behind by more than that anyway, rows that change again and again are written together. */
const LONGEST_WAIT_MS = 500;

/**
 * Keeps read models up with the log from `start` until `stop`, come what may: a lost database or feed is tried again
 * from the last committed position; a projection that breaks is set aside and tried again alone while the others go
 * on; one that is new, or of a new version, is filled beside the rows that serve meanwhile.
 */
export class ProjectionEngine {
  private readonly stopping = new AbortController();
  private readonly members: readonly EngineMember[];
  private readonly sideTracks = new Set<Promise<void>>();
  private regrouping = new AbortController();
  private mainTrack: Promise<void> = Promise.resolve();
  private claimed = false;
  private readonly word: FailureWord;

  constructor(private readonly options: EngineOptions) {
    this.word = new FailureWord(options.dataSource, this.stopping.signal);
    this.members = options.bindings.map((binding) => new EngineMember(binding));
  }

  /** Takes the projections over from any other engine. Returns at once. */
  start(): void {
    this.mainTrack = this.runMainTrack();
  }

  /** Resolves when nothing more is written. What was folded and not written is folded again at the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.mainTrack;
    await Promise.all(this.sideTracks);
    for (const member of this.members) member.state = 'stopped';
  }

  async status(): Promise<RunningStatus[]> {
    const statuses = await readProjectionStatus({ ...this.options, nowMs: this.options.nowMs ?? Date.now });
    return statuses.map((status, index) => ({ ...status, state: this.members[index]?.state ?? 'stopped' }));
  }

  private async runMainTrack(): Promise<void> {
    for (let failures = 0; !this.stopping.signal.aborted;) {
      const regrouped = (this.regrouping = new AbortController());
      const signal = AbortSignal.any([this.stopping.signal, regrouped.signal]);
      const group = () => this.members.filter(({ state }) => state === 'running');
      try {
        if (!this.claimed) await this.claimAll();
        if (group().length === 0) await pause(LONGEST_BACKOFF_MS, signal);
        else await this.run(group(), signal, () => (failures = 0));
      } catch (error) {
        if (!this.settle(this.claimed ? group() : this.members, error))
          await pause(backoffMs(failures++), this.stopping.signal);
      }
    }
  }

  private async claimAll(): Promise<void> {
    const projections = this.members.map(({ binding }) => binding.projection);
    const claims = await withConnection(this.options.dataSource, async (client) => {
      await ensureCheckpoints(client, projections);
      return takeOver(
        client,
        projections.map(({ name }) => name),
      );
    });
    const head = await this.options.head();
    this.claimed = true;
    const someHavePosition = claims.some(({ position }) => position !== undefined);
    for (const member of this.members) {
      member.claim = claims.find(({ name }) => name === member.name);
      member.state = member.needsFilling(someHavePosition, head) ? 'filling' : 'running';
    }
    const unfilled = this.members.filter(({ state }) => state === 'filling');
    if (unfilled.length > 0) this.runAside(unfilled, () => this.fill(unfilled));
  }

  private async run(group: readonly EngineMember[], signal: AbortSignal, onProgress: (progress: RunProgress) => void) {
    const { dataSource, feed, maxBatchEvents = 1_000, cacheRows = 20_000 } = this.options;
    const current = await this.readClaims(group);
    const claimOf = (name: string) => current.find((claim) => claim.name === name);
    const folds = openFolds(
      dataSource,
      group.map(({ binding }) => binding),
      claimOf,
      cacheRows,
    );
    await runProjections({
      dataSource,
      feed,
      folds,
      maxBatchEvents,
      longestWaitMs: LONGEST_WAIT_MS,
      signal,
      onProgress: (progress) => {
        this.takeBackWord(group);
        onProgress(progress);
      },
    });
    if (!signal.aborted) throw new Error('the feed ended');
  }

  /** Rejects with `ProjectionFencedError` where another engine has taken over. */
  private async readClaims(group: readonly EngineMember[]): Promise<Claim[]> {
    const names = group.map(({ name }) => name);
    const current = await withConnection(this.options.dataSource, (client) => readClaims(client, names));
    const fenced = group.filter(({ name, claim }) => current.find((now) => now.name === name)?.epoch !== claim?.epoch);
    if (fenced.length > 0) throw new ProjectionFencedError(fenced.map(({ name }) => name));
    return current;
  }

  /** True where the rest can go on at once. */
  private settle(group: readonly EngineMember[], error: unknown): boolean {
    if (this.stopping.signal.aborted || error instanceof ProjectionReplacedError) return true;
    const names = concernedBy(error) ?? group.map(({ name }) => name);
    const members = this.members.filter(({ name }) => names.includes(name));
    this.options.onFailure?.(names, error);
    if (error instanceof ProjectionFencedError) {
      members.forEach((member) => (member.state = 'fenced'));
      return true;
    }
    this.leaveWord(members, error);
    if (!(error instanceof ProjectionBrokenError)) return false;
    members.forEach((member) => this.setAside(member));
    return true;
  }

  private setAside(member: EngineMember): void {
    if (member.state !== 'running') return;
    member.state = 'failing';
    this.runAside([member], () => this.catchUpAlone(member));
  }

  private leaveWord(members: readonly EngineMember[], error: unknown): void {
    members.forEach((member) => (member.hasFailed = true));
    this.word.leave(members, String(error));
  }

  private takeBackWord(group: readonly EngineMember[]): void {
    const recovered = group.filter(({ hasFailed }) => hasFailed);
    if (recovered.length === 0) return;
    recovered.forEach((member) => (member.hasFailed = false));
    this.word.takeBack(recovered);
  }

  /** Repeats `work`, with growing pauses, until it succeeds; then the projections join the others. */
  private runAside(members: readonly EngineMember[], work: () => Promise<void>): void {
    const { signal } = this.stopping;
    const track = async () => {
      for (let attempt = 0; !signal.aborted && members.some(({ state }) => state !== 'fenced'); attempt++) {
        try {
          await pause(backoffMs(attempt), signal);
          await work();
          if (signal.aborted) return;
          members.forEach((member) => (member.state = 'running'));
          return this.regrouping.abort();
        } catch (error) {
          this.settle(members, error);
        }
      }
    };
    const running = track().finally(() => this.sideTracks.delete(running));
    this.sideTracks.add(running);
  }

  private async catchUpAlone(member: EngineMember): Promise<void> {
    const caughtUp = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, caughtUp.signal]);
    await this.run([member], signal, (progress) => progress.caughtUp && caughtUp.abort());
  }

  private async fill(members: readonly EngineMember[]): Promise<void> {
    const { signal } = this.stopping;
    const names = members.map(({ name }) => name);
    await this.readClaims(members);
    await rebuildProjections({ ...this.options, names, signal });
  }
}

function concernedBy(error: unknown): readonly string[] | undefined {
  if (error instanceof ProjectionBrokenError) return [error.projection];
  return error instanceof ProjectionFencedError ? error.projections : undefined;
}
