import {
  CASE_TYPES,
  COMPLEXITIES,
  PAUSE_REASON_KINDS,
  URGENCIES,
  type CaseType,
  type Complexity,
  type PauseReasonKind,
  type Text,
  type Urgency,
} from '@tenure/shared-contract';
import { id, list, minutes, oneOf, record, text, tier, whole } from './schema.parts';

export const CLOCK_KINDS = [
  'acceptance',
  'first-response',
  'resolution',
  'feedback',
  'follow-up',
  'internal-help',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** `retarget`: the new target holds from the change on, with the time elapsed until then counted in full. */
export const MID_CASE_RULES = ['keep', 'retarget'] as const;
export type MidCaseRule = (typeof MID_CASE_RULES)[number];

/** What a target is for; what is left out is every one. */
export interface TargetCondition {
  readonly caseTypes?: readonly CaseType[];
  readonly tiers?: readonly string[];
  readonly urgencies?: readonly Urgency[];
  readonly complexities?: readonly Complexity[];
}

export interface ServiceTarget {
  readonly targetId: string;
  readonly clock: ClockKind;
  readonly when: TargetCondition;
  /** Of the calendar's open time. */
  readonly withinMinutes: number;
  /** A policy of kind `calendar`. */
  readonly calendarId: string;
  readonly pausedWhile: readonly PauseReasonKind[];
  /** Of the target's time, ascending. */
  readonly remindAtPercent: readonly number[];
  /** A policy of kind `escalation`. */
  readonly escalationId?: string;
}

export interface TierService {
  readonly tier: string;
  /** 专属服务人员. */
  readonly servedBy: Text;
  /** 响应时效, in words; the targets are what counts. */
  readonly responds?: Text;
  /** 服务内容. */
  readonly content: readonly Text[];
}

/**
 * The service-standard matrix (R8). For every clock, exactly one target matches each combination of case type, tier,
 * urgency and complexity, unless `noTarget` leaves the clock out for the case type.
 */
export interface ServiceStandardContent {
  readonly tiers: readonly TierService[];
  /** The tier as which a customer without one counts. */
  readonly defaultTier: string;
  readonly targets: readonly ServiceTarget[];
  readonly noTarget: readonly NoTarget[];
  readonly midCase: {
    readonly tierChanged: MidCaseRule;
    readonly urgencyChanged: MidCaseRule;
    readonly standardPublished: MidCaseRule;
  };
}

export interface NoTarget {
  readonly clock: ClockKind;
  readonly caseTypes: readonly CaseType[];
}

/** What decides which targets are a case's. */
export interface TargetCase {
  readonly caseType: CaseType;
  readonly tier: string;
  readonly urgency: Urgency;
  readonly complexity: Complexity;
}

/** The targets of a clock for a case: one in what was published, or none where `noTarget` says so. */
export const targetsFor = (
  { targets }: Pick<ServiceStandardContent, 'targets'>,
  clock: ClockKind,
  { caseType, tier: ofTier, urgency, complexity }: TargetCase,
): readonly ServiceTarget[] =>
  targets.filter(
    ({ clock: kind, when }) =>
      kind === clock &&
      admits(when.caseTypes, caseType) &&
      admits(when.tiers, ofTier) &&
      admits(when.urgencies, urgency) &&
      admits(when.complexities, complexity),
  );

const admits = <Value>(wanted: readonly Value[] | undefined, value: Value): boolean =>
  wanted === undefined || wanted.includes(value);

const target = record(
  {
    targetId: id,
    clock: oneOf(CLOCK_KINDS),
    when: record(
      {
        caseTypes: list(oneOf(CASE_TYPES)),
        tiers: list(tier),
        urgencies: list(oneOf(URGENCIES)),
        complexities: list(oneOf(COMPLEXITIES)),
      },
      ['caseTypes', 'tiers', 'urgencies', 'complexities'],
    ),
    withinMinutes: minutes(1),
    calendarId: id,
    pausedWhile: list(oneOf(PAUSE_REASON_KINDS), 0),
    remindAtPercent: list(whole(1, 99), 0, 20),
    escalationId: id,
  },
  ['escalationId'],
);

export const serviceStandardSchema = record({
  tiers: list(record({ tier, servedBy: text, responds: text, content: list(text, 0) }, ['responds']), 1, 50),
  defaultTier: tier,
  targets: list(target),
  noTarget: list(record({ clock: oneOf(CLOCK_KINDS), caseTypes: list(oneOf(CASE_TYPES)) }), 0),
  midCase: record({
    tierChanged: oneOf(MID_CASE_RULES),
    urgencyChanged: oneOf(MID_CASE_RULES),
    standardPublished: oneOf(MID_CASE_RULES),
  }),
});
