import type { CaseOutcomes } from './case.outcomes';
import { withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { dueSurveys, type DueSurvey } from './due.surveys';
import type { LiveSurveys } from './live.surveys';
import type { Candidate, SurveyAsking } from './survey.asking';

export interface DueAskingParts {
  readonly dataSource: DataSource;
  readonly surveys: LiveSurveys;
  readonly cases: CaseOutcomes;
  readonly asking: SurveyAsking;
  /** ISO 8601. */
  readonly now: () => string;
  /** After how long an invitation that failed is tried again. */
  readonly retryMs: number;
}

/** Asks those whose time has come. Their rows stay locked meanwhile; what was sent before a crash is sent again, and known. */
export class DueAsking {
  constructor(private readonly parts: DueAskingParts) {}

  /** As many as given at the most; resolves to how many there were. */
  async ask(limit: number): Promise<number> {
    const { dataSource, asking, now, retryMs } = this.parts;
    return withConnection(dataSource, async (client) => {
      await client.query('BEGIN');
      const at = now();
      const due = await dueSurveys.lock(client, at, limit);
      if (due.length > 0) {
        const candidates = (await Promise.all(due.map((one) => this.#candidate(one, at)))).flat();
        const { failed } = await asking.ask(client, candidates, at);
        const done = due.map(({ invitationId }) => invitationId).filter((id) => !failed.includes(id));
        await dueSurveys.putOff(client, failed, new Date(Date.parse(now()) + retryMs).toISOString());
        await dueSurveys.remove(client, done);
      }
      await client.query('COMMIT');
      return due.length;
    });
  }

  /** Nobody where the survey is in force no more, or the case is none that it is about, or has gone on since. */
  async #candidate({ dueAt: _, ...due }: DueSurvey, at: string): Promise<readonly Candidate[]> {
    const survey = this.parts.surveys.inForce(due.surveyId, at);
    if (!survey) return [];
    if (due.about.kind !== 'case') return [{ ...due, survey }];
    const { occasion } = survey.content;
    const known = await this.parts.cases.find(due.about.id);
    if (!known?.isOver || occasion.kind !== 'after-service' || !occasion.caseTypes.includes(known.caseType)) return [];
    return [{ ...due, survey, ...(known.product !== undefined && { product: known.product }) }];
  }
}
