import { runCarefully } from './careful.run';
import { claimMembers, openMembers } from './engine.claims';
import { EngineMember, type MemberState } from './engine.member';
import type { EngineOptions } from './engine.options';
import { backoffMs, LONGEST_BACKOFF_MS, pause } from './pause';
import { FailureWord } from './failure.word';
import {
  ProjectionBrokenError,
  ProjectionFencedError,
  ProjectionReplacedError,
  RowsRefusedError,
} from './projection.errors';
import { rebuildProjections } from './projection.rebuild';
import { runProjections } from './projection.run';
import { type ProjectionStatus, readProjectionStatus } from './projection.status';
import type { RunProgress } from './run.options';

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
    await claimMembers(this.options, this.members);
    this.claimed = true;
    const unfilled = this.members.filter(({ state }) => state === 'filling');
    if (unfilled.length > 0) this.runAside(unfilled, () => this.fill(unfilled));
    const endangered = this.members.filter(({ state }) => state === 'careful');
    if (endangered.length > 0) this.runAside(endangered, () => this.goCarefully(endangered));
  }

  private async run(group: readonly EngineMember[], signal: AbortSignal, onProgress: (progress: RunProgress) => void) {
    const { dataSource, feed, reread, maxBatchEvents = 1_000, parkedPollMs = 1_000, onParked } = this.options;
    await runProjections({
      dataSource,
      feed,
      folds: await openMembers(this.options, group),
      maxBatchEvents,
      longestWaitMs: LONGEST_WAIT_MS,
      signal,
      onProgress: (progress) => {
        this.takeBackWord(group);
        onProgress(progress);
      },
      parked: reread && { reread, pollMs: parkedPollMs },
      onParked,
    });
    if (!signal.aborted) throw new Error('the feed ended');
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
    for (const member of members) this.setAside(member, error instanceof RowsRefusedError);
    return true;
  }

  private setAside(member: EngineMember, isRefused: boolean): void {
    member.isRefused = isRefused;
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
    if (member.isRefused) await this.goCarefully([member]);
    member.isRefused = false;
    const caughtUp = new AbortController();
    const signal = AbortSignal.any([this.stopping.signal, caughtUp.signal]);
    await this.run([member], signal, (progress) => progress.caughtUp && caughtUp.abort());
  }

  /** One after the other: two at a time could blame each other's events for the end of the process. */
  private async goCarefully(members: readonly EngineMember[]): Promise<void> {
    const { dataSource, feed, maxBatchEvents = 1_000, onParked } = this.options;
    const { signal } = this.stopping;
    for (const member of members) {
      const openFold = async () => firstOf(await openMembers(this.options, [member]));
      await runCarefully({ dataSource, feed, maxBatchEvents, onParked, signal, openFold });
    }
  }

  private async fill(members: readonly EngineMember[]): Promise<void> {
    const { signal } = this.stopping;
    const names = members.map(({ name }) => name);
    await openMembers(this.options, members);
    await rebuildProjections({ ...this.options, names, signal });
  }
}

function firstOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('nothing was opened');
  return first;
}

function concernedBy(error: unknown): readonly string[] | undefined {
  if (error instanceof ProjectionBrokenError) return [error.projection];
  return error instanceof ProjectionFencedError ? error.projections : undefined;
}
