import type { Recorded } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS } from '@tenure/policy-contract';
import type { ThemesCorrected } from '@tenure/theme-contract';
import { groupsOf } from '@tenure/theme-core';
import type { AdoptedRules } from './adopted.rules';
import type { CountedComplaints, GroupDay } from './counted.complaints';
import { moneyOf, tierOf } from './impact.writes';
import type { ProblemBook } from './problem.book';
import type { PendingTexts } from './pending.texts';
import { textOf, type TextEvent } from './text.reading';
import { corrected, tagged } from './text.tagging';
import type { TextWriting } from './text.writing';
import type { FollowedEvent, OfProblem, PolicyPublished } from './theme.events';
import type { ThemeWrites } from './theme.writes';
import type { ThemedTextRow } from './themed-text.entity';

export interface ThemeFollowingParts {
  readonly rules: AdoptedRules;
  readonly counted: CountedComplaints;
  readonly problems: ProblemBook;
  readonly texts: TextWriting;
  readonly writes: ThemeWrites;
  /** Stored texts that the events speak of. */
  readonly stored: PendingTexts;
}

/** Takes in the events of one batch, in the order of the log. */
export class ThemeFollowing {
  /** Groups that complaints came to, on the days that they came. */
  readonly looks: GroupDay[] = [];
  /** Whether what is stored as a whole is not as it was. */
  stateChanged = false;

  constructor(private readonly parts: ThemeFollowingParts) {}

  follow(event: Recorded<FollowedEvent>): void {
    const { writes } = this.parts;
    switch (event.type) {
      case 'ComplaintOpened':
      case 'SurveyAnswered':
      case 'VoiceHeard':
        return this.#tag(event);
      case 'ThemesCorrected':
        return this.#correct(event.data, event.position);
      case 'PolicyPublished':
        return this.#adopt(event.data);
      case 'ProblemOpened':
      case 'ProblemEvidenceFound':
      case 'ProblemCaseLinked':
      case 'ProblemCaseUnlinked':
      case 'ProblemSolved':
      case 'ProblemReopened':
      case 'ProblemDismissed':
        return this.#problem(event, event.position);
      case 'ComplaintResolved':
      case 'RemedyGranted':
      case 'RemedyApproved':
      case 'RemedyCancelled': {
        const money = moneyOf(event);
        return money && writes.money(money, event);
      }
      case 'TierAssigned':
      case 'TierChanged':
      case 'TierOverridden':
      case 'TierOverrideEnded':
        return writes.tier(tierOf(event));
      case 'HistoryLoadFinished':
        return undefined;
    }
  }

  #tag(event: Recorded<TextEvent>): void {
    const { rules, texts } = this.parts;
    const text = textOf(event);
    if (!text) return;
    const row = tagged(text, rules);
    texts.add(row);
    if (row.caseType === 'complaint') this.#count(row, event.position);
  }

  #count(row: ThemedTextRow, position: bigint): void {
    const { rules, counted, problems, writes } = this.parts;
    const looks = counted.add(row, rules);
    for (const look of looks) this.looks.push(look);
    const { sourceId: complaintId, customerId, at } = row;
    if (customerId === null) return;
    const groups = looks.map(({ group }) => group);
    for (const { problemId } of problems.of(row, groups, at)) {
      writes.case({ problemId, complaintId, customerId, at, from: at }, position);
    }
  }

  /** Of a text that isn't known nothing can be corrected. */
  #correct({ source, sourceId, themes, by, why, correctedAt }: ThemesCorrected, position: bigint): void {
    const { rules, counted, texts, stored } = this.parts;
    const key = { source, sourceId };
    const before = texts.get(key) ?? stored.get(key);
    if (!before) return;
    const after = corrected(before, { themes, by, ...(why !== undefined && { why }), at: correctedAt }, rules);
    texts.change(after);
    if (after.caseType !== 'complaint') return;
    counted.add(before, rules, -1);
    this.looks.push(...counted.add(after, rules));
    this.#move(before, after, { at: correctedAt, position });
  }

  /** Into the problems that the complaint belongs to now, and out of the others. */
  #move(before: ThemedTextRow, after: ThemedTextRow, { at, position }: { at: string; position: bigint }): void {
    const { problems, writes } = this.parts;
    const { sourceId: complaintId, customerId } = after;
    const left = new Set(problems.of(before, groupsOf(before), before.at).map(({ problemId }) => problemId));
    for (const { problemId } of problems.of(after, groupsOf(after), after.at)) {
      if (left.delete(problemId) || customerId === null) continue;
      writes.joined({ problemId, complaintId, customerId, at: after.at, from: at }, position);
    }
    for (const problemId of left) writes.person('leave', { problemId, complaintId, at }, position);
  }

  #adopt(policy: PolicyPublished['data']): void {
    const { rules } = this.parts;
    if (policy.kind === 'themes' && policy.policyId === DEFAULT_POLICY_IDS.themes) {
      this.stateChanged = rules.adoptThemes(policy) || this.stateChanged;
    }
    if (policy.kind === 'improvement' && policy.policyId === DEFAULT_POLICY_IDS.improvement) {
      this.stateChanged = rules.adoptImprovement(policy) || this.stateChanged;
    }
  }

  #problem(event: OfProblem, position: bigint): void {
    const { problems, writes } = this.parts;
    this.stateChanged = true;
    const { problemId } = event.data;
    switch (event.type) {
      case 'ProblemOpened': {
        const { scope, since } = event.data;
        problems.open({ problemId, scope, since });
        return this.#gather(problemId, position);
      }
      case 'ProblemEvidenceFound':
        return problems.join(problemId, event.data.evidence.scope);
      case 'ProblemCaseLinked': {
        const { complaintId, linkedAt: at } = event.data;
        return writes.person('link', { problemId, complaintId, at }, position);
      }
      case 'ProblemCaseUnlinked': {
        const { complaintId, unlinkedAt: at } = event.data;
        return writes.person('unlink', { problemId, complaintId, at }, position);
      }
      case 'ProblemSolved':
        return this.#end(problemId, event.data.solvedAt);
      case 'ProblemDismissed':
        return this.#end(problemId, event.data.dismissedAt);
      case 'ProblemReopened':
        problems.end(problemId, null);
        return this.#gather(problemId, position);
    }
  }

  #gather(problemId: string, position: bigint): void {
    const problem = this.parts.problems.get(problemId);
    if (problem) this.parts.writes.allCases(problem, position);
  }

  /** Its groups are counted anew from the day after. */
  #end(problemId: string, endedAt: string): void {
    const { problems, counted, rules } = this.parts;
    problems.end(problemId, endedAt);
    const day = rules.dayOf(Date.parse(endedAt)) + 1;
    for (const group of problems.get(problemId)?.groups ?? []) counted.watch.restart(group, day);
  }
}
