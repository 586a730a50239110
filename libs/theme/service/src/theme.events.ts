import type { HistoryLoadEvent } from '@tenure/history-load-contract';
import type { ProblemEvent } from '@tenure/improvement-contract';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { PolicyEvent } from '@tenure/policy-contract';
import type { ThemeEvent } from '@tenure/theme-contract';
import type { TierEvent } from '@tenure/tier-contract';
import type { MoneyEvent } from './impact.writes';
import type { TextEvent } from './text.reading';

export type OfProblem = Extract<
  ProblemEvent,
  {
    type:
      | 'ProblemOpened'
      | 'ProblemEvidenceFound'
      | 'ProblemCaseLinked'
      | 'ProblemCaseUnlinked'
      | 'ProblemSolved'
      | 'ProblemReopened'
      | 'ProblemDismissed';
  }
>;
export type PolicyPublished = Extract<PolicyEvent, { type: 'PolicyPublished' }>;
type LoadFinished = Extract<HistoryLoadEvent, { type: 'HistoryLoadFinished' }>;

/** All that it acts on. */
export type FollowedEvent =
  TextEvent | ThemeEvent | PolicyPublished | OfProblem | MoneyEvent | TierEvent | LoadFinished;

const TYPES: Readonly<Record<FollowedEvent['type'], true>> = {
  ComplaintOpened: true,
  SurveyAnswered: true,
  VoiceHeard: true,
  ThemesCorrected: true,
  PolicyPublished: true,
  ProblemOpened: true,
  ProblemEvidenceFound: true,
  ProblemCaseLinked: true,
  ProblemCaseUnlinked: true,
  ProblemSolved: true,
  ProblemReopened: true,
  ProblemDismissed: true,
  ComplaintResolved: true,
  RemedyGranted: true,
  RemedyApproved: true,
  RemedyCancelled: true,
  TierAssigned: true,
  TierChanged: true,
  TierOverridden: true,
  TierOverrideEnded: true,
  HistoryLoadFinished: true,
};

export const THEME_HANDLES: readonly string[] = Object.keys(TYPES);

/** The feed has decoded the event by its type. */
export const isFollowed = (event: Recorded<DomainEvent>): event is Recorded<FollowedEvent> => event.type in TYPES;
