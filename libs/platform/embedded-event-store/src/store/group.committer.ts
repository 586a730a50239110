import type { EventLog } from '../log/event-log';
import { FrameBuffer } from './frame.buffer';
import { GroupPlan, type DurableView, type PlannedEvent } from './group.plan';
import type { WriteCommand, WriteOutcome } from './write.command';
import { errorMessageOf } from '../log/system.error';

type Waiting = { command: WriteCommand; done: (outcome: WriteOutcome) => void };
type Decided = { outcome: WriteOutcome; done: Waiting['done'] };
const MAX_GROUP_COMMANDS = 1024;
const MAX_GROUP_BYTES = 4 * 1024 * 1024;

/**
 * Group commit: what arrives while one group is being synced goes into the next. Commands are decided in the order in
 * which they came; nobody hears of an outcome, and nobody can read an event, before its group is durable.
 */
export class GroupCommitter {
  private readonly frames = new FrameBuffer();
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    private readonly log: EventLog,
    private readonly durable: DurableView,
    private readonly onCommitted: (events: readonly PlannedEvent[]) => void,
  ) {}

  /** `done` is called exactly once, never before this returns. */
  submit(command: WriteCommand, done: (outcome: WriteOutcome) => void): void {
    if (this.isStopping) {
      queueMicrotask(() => done({ kind: 'stopping' }));
      return;
    }
    this.waiting.push({ command, done });
    this.running ??= Promise.resolve().then(() => this.run());
  }

  /** Refuses further commands and waits for those that were submitted. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) await this.commitGroup();
    this.running = undefined;
  }

  private async commitGroup(): Promise<void> {
    const group = this.waiting.splice(0, MAX_GROUP_COMMANDS);
    for (const { outcome, done } of await this.outcomesOf(group)) done(outcome);
  }

  private async outcomesOf(group: Waiting[]): Promise<Decided[]> {
    try {
      this.frames.beginGroup(this.log.nextGroupPosition, this.log.end);
      const plan = new GroupPlan(this.durable, this.frames, Date.now());
      const decided = this.decide(group, plan);
      this.waiting.unshift(...group.splice(decided.length));
      await this.write(plan);
      return decided;
    } catch (error) {
      const message = errorMessageOf(error);
      return group.map(({ done }) => ({ outcome: { kind: 'storage-unavailable', message }, done }));
    }
  }

  private decide(group: readonly Waiting[], plan: GroupPlan): Decided[] {
    const decided: Decided[] = [];
    for (const { command, done } of group) {
      if (this.frames.bytes.length >= MAX_GROUP_BYTES) break;
      decided.push({ outcome: plan.decide(command), done });
    }
    return decided;
  }

  private async write(plan: GroupPlan): Promise<void> {
    if (plan.events.length === 0) return;
    await this.log.append(this.frames.bytes, this.frames.framePositions);
    this.onCommitted(plan.events);
  }
}
