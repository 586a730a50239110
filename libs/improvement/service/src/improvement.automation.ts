import type { EventStoreDBClient } from '@eventstore/db-client';
import { Automation } from '@tenure/automation-runtime';
import type { ProblemImpactReader } from '@tenure/improvement-contract';
import type { MetricReader } from '@tenure/metric-contract';
import type { PolicyBook } from '@tenure/policy-contract';
import type { Feed } from '@tenure/projections';
import type { DataSource } from 'typeorm';
import type { DueWork } from './due.work';
import { ImprovementProcess } from './improvement.process';
import type { SendImprovementCommand } from './improvement.sending';
import { ImprovementStreams } from './improvement.streams';
import { MeasureOutcomeWork } from './measure-outcome.work';
import { MeasureOverdueWork } from './measure-overdue.work';
import { ProblemPriorityWork } from './problem-priority.work';
import { TouchedProblemsWork } from './touched-problems.work';
import { VerificationAgainWork } from './verification-again.work';
import { VerificationWork } from './verification.work';

export interface ImprovementAutomationOptions {
  readonly feed: Feed;
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  readonly send: SendImprovementCommand;
  /** ISO 8601; what is due goes by it. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, subject?: string) => void;
  /** Whom problems affect. */
  readonly impacts: ProblemImpactReader;
  /** What measures are verified by; they are not without. */
  readonly metrics?: MetricReader;
  /** How often is looked for what has come due; 1,000 unless given. */
  readonly pollMs?: number;
  /** After how long something that failed is tried again; 30,000 unless given. */
  readonly retryMs?: number;
}

/** What the works are made of: `position` is how far the log has been noted. */
export type ImprovementParts = ImprovementAutomationOptions & { readonly position: () => bigint | undefined };

/** Judges priorities, sees what is overdue, verifies measures, and has problems solved or opened again by what was found. */
export function improvementAutomation(options: ImprovementAutomationOptions): Automation {
  const { feed, dataSource, now, onFailure, pollMs = 1_000, retryMs = 30_000 } = options;
  return new Automation({
    name: 'improvement',
    feed,
    dataSource,
    handles: [...new Set(worksOf({ ...options, position: () => undefined }).flatMap(({ handles }) => handles))],
    open: (progress) => {
      const works = worksOf({ ...options, position: () => progress.position });
      return Promise.resolve(new ImprovementProcess({ dataSource, works, now, onFailure, pollMs, retryMs }));
    },
    onFailure,
  });
}

function worksOf(parts: ImprovementParts): readonly DueWork[] {
  const streams = new ImprovementStreams(parts.client);
  return [
    new MeasureOutcomeWork(parts),
    new MeasureOverdueWork({ ...parts, streams }),
    new ProblemPriorityWork({ ...parts, streams }),
    new TouchedProblemsWork(parts),
    ...verifying(parts, streams),
  ];
}

function verifying({ metrics, ...parts }: ImprovementParts, streams: ImprovementStreams): readonly DueWork[] {
  if (!metrics) return [];
  const measuring = { ...parts, streams, metrics };
  return [new VerificationWork(measuring), new VerificationAgainWork(measuring)];
}
