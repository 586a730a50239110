import { dayText } from '@tenure/calendar';
import {
  OpenFoundProblem,
  RecordProblemEvidence,
  type ProblemEvidence,
  type ProblemScope,
} from '@tenure/improvement-contract';
import { fingerprintOf, type CommandContext, type Outcome } from '@tenure/kernel';
import type { Command } from '@tenure/shared-contract';
import { memberOf, sameProblem, scopeOf, testText, type GroupKey, type Rise } from '@tenure/theme-core';
import type { AdoptedRules, ImprovementPolicy } from './adopted.rules';
import type { CountedComplaints, GroupDay } from './counted.complaints';
import type { ProblemBook } from './problem.book';
import { problemTitle } from './problem.title';
import type { ThemedTextRow } from './themed-text.entity';

export type SendCommand = (command: Command, context: CommandContext) => Promise<Outcome>;

export interface RiseJudgingParts {
  readonly counted: CountedComplaints;
  readonly problems: ProblemBook;
  readonly rules: AdoptedRules;
  /** Complaints of the group between two moments, the newest first. */
  readonly casesOf: (group: GroupKey, from: string, until: string) => Promise<readonly ThemedTextRow[]>;
  readonly send: SendCommand;
  /** ISO 8601. */
  readonly now: () => string;
  /** `subject` is the problem that was refused. */
  readonly onFailure: (error: unknown, subject?: string) => void;
}

interface FoundRise {
  readonly group: GroupKey;
  readonly day: number;
  readonly rise: Rise;
  readonly policy: ImprovementPolicy;
}

const MOST_EVIDENCE = 50;
const BY = 'tenure';

/** Opens problems for groups of complaints that have risen: one for what is one, however many groups show it. */
export class RiseJudging {
  constructor(private readonly parts: RiseJudgingParts) {}

  /** Each group at the end of its day; days must ascend. Resolves to how many commands were sent, all of them durable. */
  async judge(looks: readonly GroupDay[]): Promise<number> {
    const { rules, problems, counted } = this.parts;
    let sent = 0;
    let ofDay:
      { readonly day: number; readonly endMs: number; readonly policy: ImprovementPolicy | undefined } | undefined;
    for (const { group, day } of looks) {
      if (problems.isOpen(group)) continue;
      if (ofDay?.day !== day) {
        const endMs = rules.endOf(day);
        ofDay = { day, endMs, policy: rules.improvementAt(endMs - 1) };
      }
      const { policy, endMs } = ofDay;
      const rise = policy && counted.watch.detect(group, day, policy.content.detection);
      if (!rise || problems.covers(group, endMs)) continue;
      await this.#tell({ group, day, rise, policy });
      sent++;
    }
    return sent;
  }

  async #tell(found: FoundRise): Promise<void> {
    const { problems, casesOf } = this.parts;
    const { group, rise } = found;
    const cases = await casesOf(group, this.#startOf(rise.window.from), this.#startOf(rise.window.until));
    const evidence = this.#evidenceOf(found, cases);
    const known = sameProblem(problems.all, cases);
    if (known) await this.#join(known.problemId, evidence, found);
    else await this.#open(evidence, found, cases);
  }

  async #join(problemId: string, evidence: ProblemEvidence, found: FoundRise): Promise<void> {
    const occurredAt = this.#momentOf(found.day);
    const command = Object.assign(new RecordProblemEvidence(), { problemId, evidence, occurredAt });
    await this.#send(problemId, command, `record-evidence:${problemId}:${found.group}`);
    this.parts.problems.join(problemId, evidence.scope);
  }

  async #open(evidence: ProblemEvidence, found: FoundRise, cases: readonly ThemedTextRow[]): Promise<void> {
    const { group, day, rise } = found;
    const { scope } = evidence;
    const problemId = problemIdOf(scope, day);
    const since = this.#startOf(rise.window.from);
    const title = problemTitle(scope, this.parts.rules.themesAt(Date.parse(cases[0]?.at ?? since))?.policy.content);
    const occurredAt = this.#momentOf(day);
    const command = Object.assign(new OpenFoundProblem(), {
      problemId,
      title,
      scope,
      since,
      by: BY,
      evidence,
      occurredAt,
    });
    await this.#send(problemId, command, `open-found-problem:${problemId}:${memberOf(group)}`);
    this.parts.problems.open({ problemId, scope, since });
  }

  /** A refusal is told and passed over: tried again it would be refused again. */
  async #send(problemId: string, command: Command, id: string): Promise<void> {
    const { send, onFailure } = this.parts;
    const commandId = `${id.slice(0, 200)}:${fingerprintOf([id, 'evidence' in command && command.evidence])}`;
    const outcome = await send(command, { commandId, correlationId: commandId, actor: BY, source: 'themes' });
    // After a crash the same rise is found again, maybe with more complaints of that day.
    if (outcome.status !== 'rejected' || outcome.code === 'problem-already-opened-differently') return;
    onFailure(new Error(`${command.type} was refused: ${outcome.code} ${outcome.detail ?? ''}`), problemId);
  }

  #evidenceOf({ group, rise, policy }: FoundRise, cases: readonly ThemedTextRow[]): ProblemEvidence {
    const { window, baseline, expected, probability, bound } = rise;
    const rule = policy.content.detection;
    const ofDays = ({ from, until, cases: count }: Rise['window']) => ({
      from: dayText(from),
      until: dayText(until),
      cases: count,
    });
    return {
      policy: { policyId: policy.policyId, version: policy.version },
      rule,
      scope: scopeOf(group),
      window: ofDays(window),
      baseline: ofDays(baseline),
      ...(rule.against === 'all-complaints' && { all: { window: window.exposure, baseline: baseline.exposure } }),
      expected,
      probability,
      bound,
      test: testText(rise, rule),
      complaintIds: cases.slice(0, MOST_EVIDENCE).map(({ sourceId }) => sourceId),
    };
  }

  #startOf(day: number): string {
    return new Date(this.parts.rules.startOf(day)).toISOString();
  }

  /** The end of the day that showed it, or now, where that is still to come. */
  #momentOf(day: number): string {
    return new Date(Math.min(this.parts.rules.endOf(day), Date.parse(this.parts.now()))).toISOString();
  }
}

/** The same rise has the same id, whoever finds it. */
const problemIdOf = (scope: ProblemScope, day: number): string => {
  const [[kind = '', member = ''] = []] = Object.entries(scope).map(([key, value]) => [key, String(value)]);
  const name = member
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return ['found', kind.replace('Id', ''), name, dayText(day), fingerprintOf([kind, member])].filter(Boolean).join('.');
};
