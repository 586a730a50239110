import type { BehaviourEvent } from '../behaviour.events';

type Type = BehaviourEvent['type'];
type DataOf = { [T in Type]: Extract<BehaviourEvent, { readonly type: T }>['data'] };

/** Days since 1970-01-01 (UTC). */
export const dayIn = (at: string): number => Math.floor(Date.parse(at) / 86_400_000);
export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
export const hundredths = (value: number): number => Math.round(value * 100) / 100;

export const newest = <One>(ones: readonly One[], atOf: (one: One) => string): One | undefined =>
  ones.toSorted((a, b) => Date.parse(atOf(a)) - Date.parse(atOf(b))).at(-1);

/** All events of a customer, looked at from a moment. */
export class History {
  readonly today: number;

  constructor(
    private readonly events: readonly BehaviourEvent[],
    at: string,
  ) {
    this.today = dayIn(at);
  }

  of<T extends Type>(type: T): readonly DataOf[T][] {
    const isOf = (event: BehaviourEvent): event is BehaviourEvent & { readonly data: DataOf[T] } => event.type === type;
    return this.events.filter(isOf).map(({ data }) => data);
  }

  isWithin(at: string, days: number): boolean {
    return dayIn(at) > this.today - days && dayIn(at) <= this.today;
  }
}
