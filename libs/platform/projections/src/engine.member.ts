import type { StartClaim } from './checkpoint.store';
import type { ProjectionBinding } from './projection.binding';

/**
 * `starting`: not claimed yet. `running`: kept up with the log. `filling`: new, or of a new version, and filled beside
 * the rows that serve. `careful`: goes on event by event, in search of one that ended the process. `failing`: set
 * aside, tried again with growing pauses. `fenced`: written by another process.
 */
export type MemberState = 'starting' | 'running' | 'filling' | 'careful' | 'failing' | 'fenced' | 'stopped';

/** A projection as the engine knows it. */
export class EngineMember {
  state: MemberState = 'starting';
  claim: StartClaim | undefined;
  /** Its checkpoint may tell of a failure. */
  hasFailed = false;
  /** PostgreSQL has refused its rows: the event that made them is to be found. */
  isRefused = false;

  constructor(readonly binding: ProjectionBinding) {}

  get name(): string {
    return this.binding.projection.name;
  }

  /** What it does after a start, the engine having claimed it. */
  stateAfterStart(someHavePosition: boolean, head: bigint | undefined): MemberState {
    if (this.needsFilling(someHavePosition, head)) return 'filling';
    return this.claim?.needsCare ? 'careful' : 'running';
  }

  /** True where it can't simply go on from its position with the others. */
  private needsFilling(someHavePosition: boolean, head: bigint | undefined): boolean {
    const position = this.claim?.position;
    if (this.claim?.version !== this.binding.projection.version) return true;
    if (position === undefined) return someHavePosition;
    // Rows of events that the log does not have: it was replaced or restored from an older copy.
    return head === undefined || position > head;
  }
}
