import type { EventStoreDBClient } from '@eventstore/db-client';
import { Automation } from '@tenure/automation-runtime';
import type { CustomerFactsPages, CustomerFactsReader } from '@tenure/behaviour-contract';
import type { CustomerDirectory } from '@tenure/customer-contract';
import type { PolicyBook } from '@tenure/policy-contract';
import type { Feed } from '@tenure/projections';
import type { DataSource } from 'typeorm';
import { CaseOutcomes } from './case.outcomes';
import { DueAsking } from './due.asking';
import { LiveSurveys } from './live.surveys';
import { QuarterlyAsking } from './quarterly.asking';
import { SurveyAsking, type SendInvitation } from './survey.asking';
import { SURVEY_HANDLES } from './survey.occasions';
import { SurveyProcess } from './survey.process';

export interface SurveyAutomationOptions {
  readonly client: EventStoreDBClient;
  readonly feed: Feed;
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  readonly facts: CustomerFactsReader;
  readonly pages: CustomerFactsPages;
  readonly customers: CustomerDirectory;
  readonly send: SendInvitation;
  /** ISO 8601; customers are asked by it. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, invitationId?: string) => void;
  /** How often those whose time has come are looked for; 1,000 unless given. */
  readonly pollMs?: number;
  /** After how long an invitation that failed is tried again; 30,000 unless given. */
  readonly retryMs?: number;
}

/** Asks customers by the surveys that are in force, from now on. */
export function surveyAutomation(options: SurveyAutomationOptions): Automation {
  const { client, feed, dataSource, policies, onFailure, now, pollMs = 1_000, retryMs = 30_000 } = options;
  return new Automation({
    name: 'surveys',
    feed,
    dataSource,
    handles: SURVEY_HANDLES,
    open: (progress) => {
      const surveys = new LiveSurveys(policies);
      const position = () => progress.position;
      const asking = new SurveyAsking({ ...options, position });
      const cases = new CaseOutcomes(client);
      const dueAsking = new DueAsking({ dataSource, surveys, cases, asking, now, retryMs });
      const quarterly = new QuarterlyAsking({ ...options, surveys, asking, position });
      return SurveyProcess.open({ dataSource, surveys, dueAsking, quarterly, now, pollMs });
    },
    onFailure,
  });
}
