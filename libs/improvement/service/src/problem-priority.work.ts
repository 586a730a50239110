import { PrioritiseProblem, type ProblemEvent, type ProblemImpactReader } from '@tenure/improvement-contract';
import { fingerprintOf, instant, type DomainEvent, type Recorded } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, type PolicyBook } from '@tenure/policy-contract';
import type { Due, DueChange, DueWork } from './due.work';
import { sendOrTell, type SendImprovementCommand } from './improvement.sending';
import type { ImprovementStreams } from './improvement.streams';

const DAY_MS = 86_400_000;
/** How closely the priority of a time long past follows its cases; of the newest days each is looked at. */
const NEWEST_MS = 31 * DAY_MS;
const STEP_LONG_PAST_MS = 7 * DAY_MS;

export const PROBLEM_PRIORITY = 'problem-priority';

/** What reads cases tells how far it is only when it has something to store: after so long there was nothing. */
const SETTLED_AFTER_MS = 12_000;
const ASK_AGAIN_MS = 1_000;

export interface ProblemPriorityParts {
  readonly streams: ImprovementStreams;
  readonly policies: PolicyBook;
  readonly impacts: ProblemImpactReader;
  readonly send: SendImprovementCommand;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, subject: string) => void;
  /** Up to here the log is known. */
  readonly position: () => bigint | undefined;
}

/**
 * Judges the priority of open problems: when somebody has changed something, and from one moment to the next at which cases come
 * into the window of the policy or leave it; at least once a day.
 */
export class ProblemPriorityWork implements DueWork {
  readonly kind = PROBLEM_PRIORITY;
  readonly handles: readonly ProblemEvent['type'][] = [
    'ProblemOpened',
    'ProblemReopened',
    'ProblemEffortEstimated',
    'ProblemCaseLinked',
    'ProblemCaseUnlinked',
  ];

  /** How far cases had been read when it was asked last, and since when that has not changed. */
  #read: { readonly position: bigint | undefined; readonly sinceMs: number } = { position: undefined, sinceMs: 0 };

  constructor(private readonly parts: ProblemPriorityParts) {}

  /** What people do has a due of its own, so that each is judged at its moment; the opening begins the round of all others. */
  note({ id, type, data, metadata }: Recorded<DomainEvent>): readonly DueChange[] {
    if (!('problemId' in data)) return [];
    const problemId = String(data.problemId);
    const begins = type === 'ProblemOpened' || type === 'ProblemReopened';
    return [{ key: begins ? problemId : `${problemId}/${id}`, dueAt: metadata.occurredAt, about: { problemId } }];
  }

  async act(due: Due): Promise<DueChange | undefined> {
    const problemId = String(due.about['problemId']);
    const problem = await this.parts.streams.problem(problemId);
    if (problem.status !== 'open') return undefined;
    const nowMs = Date.parse(this.parts.now());
    if (nowMs - Date.parse(due.dueAt) > DAY_MS && !(await this.#areCasesThere())) {
      return { key: due.key, dueAt: due.dueAt, lookAt: instant(nowMs + ASK_AGAIN_MS) };
    }
    if (due.key !== problemId) {
      await this.#judge(problemId, later(due.dueAt, problem.prioritised?.prioritisedAt));
      return undefined;
    }
    const judgedAt = due.about['judgedAt'];
    const moment = await this.#momentAfter(problemId, typeof judgedAt === 'string' ? judgedAt : undefined, due.dueAt);
    await this.#judge(problemId, later(moment, problem.prioritised?.prioritisedAt));
    return { key: problemId, dueAt: this.#nextLook(moment), about: { problemId, judgedAt: moment } };
  }

  /** Of a time long past all cases have to be there: what was judged then is not judged again. */
  async #areCasesThere(): Promise<boolean> {
    const { impacts, position: known, now } = this.parts;
    const nowMs = Date.parse(now());
    const { position } = await impacts.touched(this.#read.position);
    if (position !== this.#read.position) this.#read = { position, sinceMs: nowMs };
    const isAhead = position !== undefined && position >= (known() ?? 0n);
    return isAhead || nowMs - this.#read.sinceMs > SETTLED_AFTER_MS;
  }

  /** The next moment at which it may be another one: not later than now, and not nearer to the one before than is of use. */
  async #momentAfter(problemId: string, judgedAt: string | undefined, firstAt: string): Promise<string> {
    if (judgedAt === undefined) return firstAt;
    const { impacts, now } = this.parts;
    const nowMs = Date.parse(now());
    const windowDays = await this.#windowDays(judgedAt);
    const change = await impacts.nextChange(problemId, judgedAt, windowDays);
    if (change === undefined || Date.parse(change) > nowMs) return now();
    const stepMs = nowMs - Date.parse(change) > NEWEST_MS ? STEP_LONG_PAST_MS : DAY_MS;
    return instant(Math.min(nowMs, Math.max(Date.parse(change), Date.parse(judgedAt) + stepMs)));
  }

  #nextLook(moment: string): string {
    const nowMs = Date.parse(this.parts.now());
    return Date.parse(moment) < nowMs - DAY_MS ? moment : instant(nowMs + DAY_MS);
  }

  async #judge(problemId: string, until: string): Promise<void> {
    const { impacts, send, onFailure } = this.parts;
    const from = instant(Date.parse(until) - (await this.#windowDays(until)) * DAY_MS);
    const cases = await impacts.impact({ problemId, from, until: instant(Date.parse(until) + 1) });
    const command = Object.assign(new PrioritiseProblem(), { problemId, cases, occurredAt: until });
    const commandId = `prioritise-problem:${problemId}:${until}:${fingerprintOf(cases)}`;
    await sendOrTell(send, command, { commandId }, (error) => onFailure(error, problemId));
  }

  async #windowDays(at: string): Promise<number> {
    const policy = await this.parts.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, at);
    return policy?.content.priority.windowDays ?? 0;
  }
}

const later = (one: string, other: string | undefined): string =>
  other !== undefined && Date.parse(other) > Date.parse(one) ? other : one;
