import { setTimeout as delay } from 'node:timers/promises';
import type { Process, ProcessBatch, StoreStep } from '@tenure/automation-runtime';
import type { SurveyInvited } from '@tenure/feedback-contract';
import type { DataSource } from 'typeorm';
import { askedCustomers } from './asked.customers';
import type { DueAsking } from './due.asking';
import { dueSurveys } from './due.surveys';
import { knownSurveys, type LiveSurveys } from './live.surveys';
import type { QuarterlyAsking } from './quarterly.asking';
import { occasionsIn } from './survey.occasions';

export interface SurveyProcessParts {
  readonly dataSource: DataSource;
  readonly surveys: LiveSurveys;
  readonly dueAsking: DueAsking;
  readonly quarterly: QuarterlyAsking;
  /** ISO 8601. */
  readonly now: () => string;
  /** How often those whose time has come are looked for. */
  readonly pollMs: number;
}

const AT_A_TIME = 100;

/** Asks customers after a service, each quarter, and where a journey says so: as the log and the time give reason for. */
export class SurveyProcess implements Process {
  private constructor(private readonly parts: SurveyProcessParts) {}

  static async open(parts: SurveyProcessParts): Promise<SurveyProcess> {
    await parts.surveys.read(await knownSurveys.read(parts.dataSource));
    return new SurveyProcess(parts);
  }

  async handle(batch: ProcessBatch): Promise<StoreStep | undefined> {
    const { surveys, now } = this.parts;
    const published = batch.events.flatMap(surveyPublished);
    if (published.length > 0) await surveys.read(published);
    const { due, over, invited } = occasionsIn(batch, surveys, now());
    if (published.length + due.length + over.length + invited.length === 0) return undefined;
    return async (client) => {
      await knownSurveys.add(client, published);
      await dueSurveys.add(client, due);
      await dueSurveys.remove(client, over);
      await askedCustomers.add(client, invited.map(askingOf));
    };
  }

  async keepTime(signal: AbortSignal): Promise<void> {
    const { dueAsking, quarterly, pollMs } = this.parts;
    while (!signal.aborted) {
      await quarterly.ask(signal);
      const asked = await dueAsking.ask(AT_A_TIME);
      if (asked < AT_A_TIME) await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

function surveyPublished({ type, data }: ProcessBatch['events'][number]): readonly string[] {
  if (type !== 'PolicyPublished' || !('kind' in data) || data.kind !== 'survey') return [];
  return 'policyId' in data && typeof data.policyId === 'string' ? [data.policyId] : [];
}

const askingOf = ({ surveyId, customerId, invitedAt }: SurveyInvited) => ({ surveyId, customerId, askedAt: invitedAt });
