import { holds } from '@tenure/behaviour-contract';
import { dateOf, factsAt, foldBehaviour, withStage, type CustomerBehaviour } from '@tenure/behaviour-facts';
import type { Recorded } from '@tenure/kernel';
import type { DateReminder, LifecycleContent, Milestone, StageRule } from '@tenure/policy-contract';
import type { ReviewEvent } from '../lifecycle.review';

/** What comes about by a policy, found the slow way: by looking at every event and at every midnight. As `at what`. */
export function judgedDaily(
  content: LifecycleContent,
  events: readonly Recorded<ReviewEvent>[],
  until: string,
): readonly string[] {
  const judging = new DailyJudging(content);
  const [first] = events;
  let midnight = (dayOf(Date.parse(first?.metadata.occurredAt ?? '')) + 1) * DAY_MS;
  const passTime = (untilMs: number): void => {
    for (; midnight <= untilMs; midnight += DAY_MS) judging.judge(new Date(midnight).toISOString());
  };
  for (const event of events) {
    passTime(Date.parse(event.metadata.occurredAt));
    judging.fold(event);
    judging.judge(event.metadata.occurredAt);
  }
  passTime(Date.parse(until));
  return judging.found;
}

class DailyJudging {
  readonly found: string[] = [];
  readonly #reached = new Map<string, 'held' | 'over'>();
  readonly #told = new Set<string>();
  #behaviour: CustomerBehaviour = {};
  #stage = 'none';
  #sinceMs = 0;

  constructor(private readonly content: LifecycleContent) {}

  fold(event: Recorded<ReviewEvent>): void {
    this.#behaviour = foldBehaviour(this.#behaviour, event as Parameters<typeof foldBehaviour>[1]);
  }

  judge(at: string): void {
    const seen = [this.#stage];
    for (let rule = this.#rule(at, seen); rule; rule = this.#rule(at, seen)) {
      this.#stage = rule.to;
      this.#sinceMs = Date.parse(at);
      seen.push(rule.to);
      this.#behaviour = withStage(this.#behaviour, rule.to, at);
      this.found.push(`${at} ${rule.to} by ${rule.ruleId}`);
    }
    for (const milestone of this.content.milestones) this.#milestone(milestone, at);
    if (this.#stage !== 'churned') for (const date of this.content.dates) this.#date(date, at);
  }

  #rule(at: string, seen: readonly string[]): StageRule | undefined {
    const from = this.#stage;
    const { days = 0 } = this.content.minimumStay.find(({ stage }) => stage === from) ?? {};
    const mustStay = dayOf(Date.parse(at)) < dayOf(this.#sinceMs) + days;
    const facts = factsAt(this.#behaviour, at);
    return this.content.rules
      .filter((rule) => rule.from.some((stage) => stage === from) && !seen.includes(rule.to))
      .filter(({ despiteMinimumStay }) => !mustStay || despiteMinimumStay === true)
      .find(({ when }) => holds(when, facts));
  }

  #milestone({ milestoneId, when, repeats }: Milestone, at: string): void {
    const before = this.#reached.get(milestoneId);
    if (before !== undefined && repeats === 'once') return;
    const isSo = holds(when, factsAt(this.#behaviour, at));
    if (isSo && before !== 'held') this.found.push(`${at} ${milestoneId}`);
    if (isSo || before) this.#reached.set(milestoneId, isSo ? 'held' : 'over');
  }

  #date({ dateId, of, daysBefore }: DateReminder, at: string): void {
    const day = dateOf(this.#behaviour, of, at);
    if (day === undefined || day < at.slice(0, 10) || this.#told.has(`${dateId} ${day}`)) return;
    if (Date.parse(day) - daysBefore * DAY_MS > Date.parse(at)) return;
    this.#told.add(`${dateId} ${day}`);
    this.found.push(`${at} ${dateId} ${day}`);
  }
}

const DAY_MS = 86_400_000;
const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);
