import { RecordRegression, type MeasureEvent } from '@tenure/improvement-contract';
import { isEffective, periodAfter, type KnownMeasure } from '@tenure/improvement-core';
import { instant, isAfter, type DomainEvent, type Recorded } from '@tenure/kernel';
import { DEFAULT_POLICY_IDS } from '@tenure/policy-contract';
import type { Due, DueChange, DueWork } from './due.work';
import { sendOrTell } from './improvement.sending';
import { verifyAgain } from './verification.measuring';
import { LOOK_AGAIN_MS, type VerificationParts } from './verification.work';

/** Measures what was effective again, at the end of each period of the policy, until it has regressed or the periods are over. */
export class VerificationAgainWork implements DueWork {
  readonly kind = 'measure-verification-again';
  readonly handles: readonly MeasureEvent['type'][] = ['MeasureVerified'];

  constructor(private readonly parts: VerificationParts) {}

  note({ data, metadata }: Recorded<DomainEvent>): readonly DueChange[] {
    return 'measureId' in data ? [{ key: String(data.measureId), dueAt: metadata.occurredAt }] : [];
  }

  async act({ key, about }: Due): Promise<DueChange | undefined> {
    const measure = await this.parts.streams.measure(key);
    if (measure.stage === 'absent' || !isEffective(measure)) return undefined;
    const { observation } = measure.verification;
    const since = typeof about['since'] === 'string' ? about['since'] : observation.until;
    const done = Number(about['done'] ?? 0);
    return this.#look(key, measure, { since, done });
  }

  async #look(key: string, measure: KnownMeasure, { since, done }: Looked): Promise<DueChange | undefined> {
    const { policies, metrics, now, position } = this.parts;
    const policy = await policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, since);
    if (!policy) return { key, dueAt: instant(Date.parse(now()) + LOOK_AGAIN_MS) };
    const { regression } = policy.content.verification;
    if (done >= regression.times) return undefined;
    const window = periodAfter(since, measure.verification.observation, regression);
    if (isAfter(window.until, now())) return { key, dueAt: window.until };
    const then = measure.verified?.result.observed;
    if (!then) return undefined;
    const result = await verifyAgain(metrics, measure.verification, { then, window }, policy, position());
    if (result.verdict === 'not-effective') {
      await this.#record(key, { result, period: done + 1, occurredAt: window.until });
      return undefined;
    }
    return { key, dueAt: window.until, about: { since: window.until, done: done + 1 } };
  }

  async #record(measureId: string, found: Pick<RecordRegression, 'result' | 'period' | 'occurredAt'>): Promise<void> {
    const { send, onFailure } = this.parts;
    const command = Object.assign(new RecordRegression(), { measureId, ...found });
    await sendOrTell(send, command, { commandId: `regress-measure:${measureId}` }, (error) =>
      onFailure(error, measureId),
    );
  }
}

/** The end of the period that was looked at last, and how many were. */
interface Looked {
  readonly since: string;
  readonly done: number;
}
