import { PrioritiseProblem, type ProblemEvent, type ProblemImpactReader } from '@tenure/improvement-contract';
import type { KnownProblem } from '@tenure/improvement-core';
import { fingerprintOf, instant, type DomainEvent, type Recorded } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS, type PolicyBook } from '@tenure/policy-contract';
import { NOT_YET, type Due, type DueChange, type DueWork } from './due.work';
import { sendOrTell, type SendImprovementCommand } from './improvement.sending';
import type { ImprovementStreams } from './improvement.streams';

const DAY_MS = 86_400_000;
/** How closely the priority of a time long past follows its cases; of the newest days each is looked at. */
const NEWEST_MS = 31 * DAY_MS;
const STEP_LONG_PAST_MS = 7 * DAY_MS;

export const PROBLEM_PRIORITY = 'problem-priority';

export interface ProblemPriorityParts {
  readonly streams: ImprovementStreams;
  readonly policies: PolicyBook;
  readonly impacts: ProblemImpactReader;
  readonly send: SendImprovementCommand;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, subject: string) => void;
}

/**
 * Judges the priority of open problems: at the moments at which somebody has changed something, and from there on, one moment
 * after the other, when cases come into the window of the policy or leave it; at least once a day. One round goes on for each
 * problem; what somebody changed has a due of its own, from whose moment the round goes on.
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

  constructor(private readonly parts: ProblemPriorityParts) {}

  note({ id, position, data, metadata }: Recorded<DomainEvent>): readonly DueChange[] {
    if (!('problemId' in data)) return [];
    const problemId = String(data.problemId);
    return [{ key: `${problemId}/${id}`, dueAt: metadata.occurredAt, about: { problemId, position: `${position}` } }];
  }

  async act(due: Due): Promise<DueChange | typeof NOT_YET | undefined> {
    const problemId = String(due.about['problemId']);
    const problem = await this.parts.streams.problem(problemId);
    if (problem.status !== 'open') return undefined;
    if (!(await this.#areCasesThere(due))) return NOT_YET;
    const moment = later(await this.#momentOf(due, problemId), problem.prioritised?.prioritisedAt);
    await this.#judge(problem, moment);
    return { key: problemId, dueAt: this.#nextLook(moment), about: { problemId, judgedAt: moment } };
  }

  /**
   * What was judged of a time long past is not judged again when its cases come: they have to be there, up to what was changed.
   * What happens now doesn't wait, and is judged again when they are.
   */
  async #areCasesThere({ dueAt, about: { position } }: Due): Promise<boolean> {
    const { impacts, now } = this.parts;
    if (typeof position !== 'string' || Date.parse(now()) - Date.parse(dueAt) <= DAY_MS) return true;
    const read = await impacts.touched(BigInt(position));
    return read.position !== undefined && read.position >= BigInt(position);
  }

  #momentOf({ dueAt, about: { judgedAt } }: Due, problemId: string): Promise<string> {
    return typeof judgedAt === 'string' ? this.#momentAfter(problemId, judgedAt) : Promise.resolve(dueAt);
  }

  /** The next moment at which it may be another one: not later than now, and not nearer to the one before than is of use. */
  async #momentAfter(problemId: string, judgedAt: string): Promise<string> {
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

  async #judge({ problemId, efforts }: KnownProblem, until: string): Promise<void> {
    const { impacts, send, onFailure } = this.parts;
    const from = instant(Date.parse(until) - (await this.#windowDays(until)) * DAY_MS);
    const cases = await impacts.impact({ problemId, from, until: instant(Date.parse(until) + 1) });
    const command = Object.assign(new PrioritiseProblem(), { problemId, cases, occurredAt: until });
    const commandId = `prioritise-problem:${problemId}:${until}:${fingerprintOf({ cases, efforts })}`;
    await sendOrTell(send, command, { commandId }, (error) => onFailure(error, problemId));
  }

  async #windowDays(at: string): Promise<number> {
    const policy = await this.parts.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, at);
    return policy?.content.priority.windowDays ?? 0;
  }
}

const later = (one: string, other: string | undefined): string =>
  other !== undefined && Date.parse(other) > Date.parse(one) ? other : one;
