import type { CaseFact } from '@tenure/service-standard-contract';

/** What the resolution clock of a case should come to, counted minute by minute from the facts alone. */
export interface Recount {
  /** Of every time that the clock was met. */
  readonly met: readonly { readonly at: string; readonly elapsedMinutes: number; readonly late: boolean }[];
  /** When its end passed, as far as that stands. */
  readonly breachedAt?: string;
}

const MINUTE = 60_000;

/** By the example policies under `following`; knows nothing of how clocks are made. */
export function recountResolution(facts: readonly CaseFact[], end: string): Recount {
  const told = facts.filter(({ kind }) => kind !== 'time-passed');
  const start = Date.parse(told[0]?.occurredAt ?? '');
  const counting = new Counting();
  let index = 0;
  for (let now = start; now <= Date.parse(end); now += MINUTE) {
    for (let one = told[index]; one && Date.parse(one.occurredAt) <= now; one = told[++index]) counting.hear(one, now);
    counting.look(now);
    counting.countMinute(now);
  }
  return { met: counting.met, breachedAt: counting.breachedAt };
}

class Counting {
  readonly met: { at: string; elapsedMinutes: number; late: boolean }[] = [];
  breachedAt?: string;
  #elapsedMinutes = 0;
  #isFinished = false;
  #held = '';
  #agreed = Infinity;
  #isUrgent = false;
  /** As what the clock is judged: what is said while the case is finished counts when it is reopened. */
  #judged = { isUrgent: false, agreed: Infinity };

  hear(fact: CaseFact, now: number): void {
    if (fact.kind === 'classified') this.#isUrgent = fact.urgency === 'urgent';
    if (fact.kind === 'due-agreed') this.#agreed = Date.parse(fact.dueAt);
    this.#hearPause(fact);
    if (['resolved', 'closed', 'linked-duplicate'].includes(fact.kind)) this.#finish(fact.kind, now);
    if (fact.kind === 'reopened') this.#isFinished = false;
    if (!this.#isFinished) this.#judged = this.#judgedNow();
  }

  look(now: number): void {
    if (this.#isFinished || this.#isPaused || this.breachedAt !== undefined) return;
    const targetMinutes = this.#judged.isUrgent ? 240 : 480;
    const isOver = this.#isAgreed ? now >= this.#judged.agreed : this.#elapsedMinutes >= targetMinutes;
    if (isOver) this.breachedAt = new Date(now).toISOString();
  }

  countMinute(now: number): void {
    const isOpen = this.#judged.isUrgent || isWorkingMinute(now);
    if (!this.#isFinished && !this.#isPaused && isOpen) this.#elapsedMinutes++;
  }

  get #isAgreed(): boolean {
    return this.#judged.agreed !== Infinity;
  }

  get #isPaused(): boolean {
    return this.#held === 'waiting-on-customer' && !this.#judged.isUrgent && !this.#isAgreed;
  }

  #hearPause(fact: CaseFact): void {
    if (fact.kind === 'held') this.#held = fact.reason;
    else if (['continued', 'resolved', 'closed', 'linked-duplicate', 'reopened'].includes(fact.kind)) this.#held = '';
  }

  #finish(kind: string, now: number): void {
    const at = new Date(now).toISOString();
    const late = this.breachedAt !== undefined && Date.parse(this.breachedAt) < now;
    if (!this.#isFinished && kind !== 'linked-duplicate') {
      this.met.push({ at, elapsedMinutes: this.#elapsedMinutes, late });
    }
    this.#isFinished = true;
  }

  /** Once a date is agreed on, nothing but another date counts. */
  #judgedNow(): { isUrgent: boolean; agreed: number } {
    const { isUrgent } = this.#isAgreed ? this.#judged : { isUrgent: this.#isUrgent };
    return { isUrgent, agreed: this.#agreed };
  }
}

/** In China, which has no daylight saving: Monday to Friday, but for Labour Day, which the Saturday of 11 May makes up for. */
function isWorkingMinute(moment: number): boolean {
  const local = new Date(moment + 8 * 60 * MINUTE);
  const day = local.toISOString().slice(0, 10);
  const hour = local.getUTCHours();
  const isWeekday = local.getUTCDay() >= 1 && local.getUTCDay() <= 5;
  const isWorkday = day === '2024-05-11' || (isWeekday && day !== '2024-05-01');
  return isWorkday && ((hour >= 9 && hour < 12) || (hour >= 13 && hour < 18));
}
