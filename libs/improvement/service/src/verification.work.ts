import { RecordVerification, type MeasureEvent } from '@tenure/improvement-contract';
import { instant, isAfter, type DomainEvent, type Recorded } from '@tenure/kernel';
import type { MetricReader } from '@tenure/metric-contract';
import { DEFAULT_POLICY_IDS, type PolicyBook } from '@tenure/policy-contract';
import type { Due, DueChange, DueWork } from './due.work';
import { sendOrTell, type SendImprovementCommand } from './improvement.sending';
import type { ImprovementStreams } from './improvement.streams';
import { verify } from './verification.measuring';

export interface VerificationParts {
  readonly streams: ImprovementStreams;
  readonly policies: PolicyBook;
  readonly metrics: MetricReader;
  readonly send: SendImprovementCommand;
  /** ISO 8601. */
  readonly now: () => string;
  /** How far the log has been noted: what is measured is measured from no less. */
  readonly position: () => bigint | undefined;
  readonly onFailure: (error: unknown, subject: string) => void;
}

/** A policy may be published yet. */
export const LOOK_AGAIN_MS = 3_600_000;

/**
 * Measures what a measure was worth when its observation is over, at that moment of business time: one that was planned
 * in the past as soon as it is started.
 */
export class VerificationWork implements DueWork {
  readonly kind = 'measure-verification';
  readonly handles: readonly MeasureEvent['type'][] = ['MeasureStarted'];

  constructor(private readonly parts: VerificationParts) {}

  note({ data, metadata }: Recorded<DomainEvent>): readonly DueChange[] {
    return 'measureId' in data ? [{ key: String(data.measureId), dueAt: metadata.occurredAt }] : [];
  }

  async act({ key }: Due): Promise<DueChange | undefined> {
    const { streams, policies, metrics, now, position } = this.parts;
    const measure = await streams.measure(key);
    if (measure.stage === 'absent' || measure.stage === 'abandoned' || measure.verified) return undefined;
    const { until } = measure.verification.observation;
    if (isAfter(until, now())) return { key, dueAt: until };
    const policy = await policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, until);
    if (!policy) return { key, dueAt: instant(Date.parse(now()) + LOOK_AGAIN_MS) };
    const result = await verify(metrics, measure.verification, policy, position());
    const command = Object.assign(new RecordVerification(), { measureId: key, result, occurredAt: until });
    const { send, onFailure } = this.parts;
    await sendOrTell(send, command, { commandId: `verify-measure:${key}` }, (error) => onFailure(error, key));
    return undefined;
  }
}
