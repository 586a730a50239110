import { Inject, Injectable } from '@nestjs/common';
import { CommandCatalogue } from '@tenure/commands';
import { Clock } from '@tenure/http';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { DrawReviewSample } from '@tenure/service-record-contract';
import type { Command } from '@tenure/shared-contract';
import { WeekRecords } from './week.records';

const { type } = new DrawReviewSample();

/** Checks what a person asks for; the platform's own list of commands from outside does not have it. */
const forms = new CommandCatalogue([
  { command: DrawReviewSample, cloudEventType: 'tenure.record-review.sample-drawn' },
]);

/** Brings the records of a week to whoever has its sample drawn. */
@Injectable()
export class SampleDrawing {
  constructor(
    @Inject(WeekRecords) private readonly records: WeekRecords,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws InvalidCommandError, and ProjectionBehindError where the read models lag too far. */
  async parserFor(form: object): Promise<{ readonly name: string; readonly parse: (payload: object) => Command }> {
    const now = this.clock.now();
    const asked = Object.assign(new DrawReviewSample(), forms.parse(type, { occurredAt: now, ...form }));
    const policyId = DEFAULT_POLICY_IDS['record-review'];
    const policy = await this.policies.inForce('record-review', policyId, asked.occurredAt);
    const records = policy ? await this.records.of(asked.week, policy.content.timeZone) : [];
    return { name: type, parse: (payload) => Object.assign(forms.parse(type, payload), { records }) };
  }
}
