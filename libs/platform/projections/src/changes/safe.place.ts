import { type ChangeCursor, formatCursor } from './change.cursor';
import type { ParkedAt, ServingState } from './serving.state';

/**
 * Up to where a reader has told, and from where it has to tell again when a parked sequence is released: the rows that
 * change then belong to events it has long been past. So the place to go on from stays before every parked event; both
 * feeds begin only where a batch has ended, not at any number.
 */
export class SafePlace {
  #told: bigint | undefined;
  #safe: { readonly position: bigint | undefined } | undefined;
  #generation = 0n;
  #parked: readonly ParkedAt[] = [];

  /** Everything up to here is told. */
  get told(): bigint | undefined {
    return this.#told;
  }

  /** From where the log is to be read. */
  get position(): bigint | undefined {
    return this.#safe ? this.#safe.position : this.#told;
  }

  /** Undefined where going on another time is not possible. */
  get cursor(): string | undefined {
    const position = this.#safe?.position;
    return position === undefined ? undefined : formatCursor({ position, generation: this.#generation });
  }

  /** False where all has to be told anew: the rows are others, or are not known to be those that were told. */
  resumeAt({ position, generation }: ChangeCursor, state: ServingState): boolean {
    if (generation !== state.generation || parkedUpTo(position, state.parked).length > 0) return false;
    this.#set(position, state);
    return true;
  }

  /** Every row of this state, or a later one, is told. */
  startAt(state: ServingState): void {
    this.#safe = undefined;
    this.#set(state.position, state);
  }

  /** Rows of this state were told, which holds whatever the projection looks at up to the position. */
  advance(position: bigint, state: ServingState): void {
    this.#set(position, state);
  }

  /** The rows of the state are of the filling that was told of. */
  isOf(state: ServingState): boolean {
    return state.generation === this.#generation;
  }

  /** Whether to go on after a look at the table: `again` from `position`, or with all rows. */
  notice(state: ServingState): 'go-on' | 'again' | 'reset' {
    if (!this.isOf(state)) return 'reset';
    const released = parkedUpTo(this.#told, this.#parked).filter(
      (one) => !state.parked.some((now) => isSame(one, now)),
    );
    this.#parked = state.parked;
    if (released.length === 0) return 'go-on';
    return this.#safe ? 'again' : 'reset';
  }

  #set(position: bigint | undefined, state: ServingState): void {
    this.#told = position;
    this.#generation = state.generation;
    this.#parked = state.parked;
    if (parkedUpTo(position, state.parked).length === 0) this.#safe = { position };
  }
}

const parkedUpTo = (position: bigint | undefined, parked: readonly ParkedAt[]): readonly ParkedAt[] =>
  parked.filter((one) => position !== undefined && one.position <= position);

const isSame = (one: ParkedAt, other: ParkedAt): boolean =>
  one.sequence === other.sequence && one.position === other.position;
