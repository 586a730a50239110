import { Command, IdProperty } from '@tenure/shared-contract';
import type { VerificationResult } from './measure.facts';

// Sent by the platform itself, or by it on behalf of a person; in no list of those that come from outside.

abstract class OnMeasure extends Command {
  @IdProperty('Id of the measure.')
  readonly measureId!: string;
}

/** Tells customers of the change; the platform brings who they are. */
export class AnnounceMeasure extends OnMeasure {
  readonly type = 'AnnounceMeasure';

  @IdProperty('Who does it.')
  readonly by!: string;

  /** Those affected, each once. */
  readonly customerIds!: readonly string[];
}

/** A step of the policy has come for progress that is not reported, or for a last day that is over. */
export class MarkMeasureOverdue extends OnMeasure {
  readonly type = 'MarkMeasureOverdue';

  readonly what!: 'progress' | 'completion';
  /** When it should have been there. */
  readonly dueAt!: string;
  /** Counted from 1. */
  readonly step!: number;
  readonly alarm!: boolean;
}

/** The observation is over, and was measured; what was found is recorded once. */
export class RecordVerification extends OnMeasure {
  readonly type = 'RecordVerification';

  readonly result!: VerificationResult;
}

/** What was effective is so no more. */
export class RecordRegression extends OnMeasure {
  readonly type = 'RecordRegression';

  readonly result!: VerificationResult;
  /** Counted from 1. */
  readonly period!: number;
}

/** An effective measure has become the draft of a version of a policy. */
export class NoteMeasureStandard extends OnMeasure {
  readonly type = 'NoteMeasureStandard';

  @IdProperty('Who does it.')
  readonly by!: string;

  readonly policyId!: string;
  readonly version!: number;
}

export type PlatformMeasureCommand =
  AnnounceMeasure | MarkMeasureOverdue | RecordVerification | RecordRegression | NoteMeasureStandard;
