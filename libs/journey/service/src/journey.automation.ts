import { Automation } from '@tenure/automation-runtime';
import type { CustomerFactsReader } from '@tenure/behaviour-contract';
import type { CustomerDirectory } from '@tenure/customer-contract';
import type { CommandExecutor } from '@tenure/event-store';
import type { PolicyBook } from '@tenure/policy-contract';
import type { Feed } from '@tenure/projections';
import type { VoucherCodes } from '@tenure/voucher-contract';
import type { DataSource } from 'typeorm';
import { DueSteps, KnownJourneys } from './due.steps';
import { JourneyEntering } from './journey.entering';
import { JOURNEY_PROCESS_HANDLES, JourneyProcess } from './journey.process';
import { JourneySending } from './journey.sending';
import { LiveJourneys } from './live.journeys';
import { StepTaking } from './step.taking';

export interface JourneyAutomationOptions {
  readonly feed: Feed;
  readonly dataSource: DataSource;
  readonly executor: CommandExecutor;
  readonly policies: PolicyBook;
  readonly facts: CustomerFactsReader;
  readonly customers: CustomerDirectory;
  readonly voucherCodes: VoucherCodes;
  /** ISO 8601; steps are due by it. */
  readonly now: () => string;
  /** `subject` is the run that it went wrong for. */
  readonly onFailure: (error: unknown, subject?: string) => void;
  /** How often steps that have come due are looked for; 500 unless given. */
  readonly pollMs?: number;
  /** After how long a step that failed is tried again; 30,000 unless given. */
  readonly retryMs?: number;
}

/** Runs customers' journeys from now on: by what the log says of them, and by the time that passes. */
export function journeyAutomation(options: JourneyAutomationOptions): Automation {
  const { feed, dataSource, executor, policies, voucherCodes, now, onFailure, pollMs = 500 } = options;
  return new Automation({
    name: 'journeys',
    feed,
    dataSource,
    handles: JOURNEY_PROCESS_HANDLES,
    open: async (progress) => {
      const journeys = new LiveJourneys(policies, voucherCodes);
      const sending = new JourneySending(executor, () => journeys.rules);
      const due = new DueSteps();
      const { retryMs = 30_000 } = options;
      const taking = new StepTaking({ ...options, due, sending, position: () => progress.position, retryMs });
      const entering = new JourneyEntering({ ...options, journeys, sending });
      const known = new KnownJourneys(dataSource);
      return JourneyProcess.open({ known, due, journeys, entering, taking, now, pollMs });
    },
    onFailure,
  });
}
