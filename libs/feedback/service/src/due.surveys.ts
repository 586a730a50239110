import type { SurveyInvited, SurveySubject } from '@tenure/feedback-contract';
import type { PoolClient } from 'pg';

/** A customer who is to be asked about something. */
export interface DueSurvey {
  readonly invitationId: string;
  readonly surveyId: string;
  readonly customerId: string;
  readonly about: SurveySubject;
  /** The event that gives reason for it, and what that belongs to. */
  readonly causeEventId: string;
  readonly correlationId: string;
  readonly by: string;
  readonly message: SurveyInvited['message'] | null;
  /** ISO 8601. */
  readonly dueAt: string;
}

/** Who is to be asked, by when. All of it inside of a transaction that is open. */
export const dueSurveys = {
  /** Once for an invitation. */
  async add(client: PoolClient, due: readonly DueSurvey[]): Promise<void> {
    if (due.length === 0) return;
    await client.query(
      `INSERT INTO survey_due (invitation_id, survey_id, customer_id, about, cause_event_id, correlation_id, asked_by, message, due_at)
       SELECT "invitationId", "surveyId", "customerId", about, "causeEventId", "correlationId", by, message, "dueAt"
       FROM jsonb_to_recordset($1) AS given ("invitationId" text, "surveyId" text, "customerId" text, about jsonb,
         "causeEventId" text, "correlationId" text, by text, message jsonb, "dueAt" timestamptz)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(due)],
    );
  },

  async remove(client: PoolClient, invitationIds: readonly string[]): Promise<void> {
    if (invitationIds.length === 0) return;
    await client.query('DELETE FROM survey_due WHERE invitation_id = ANY($1)', [invitationIds]);
  },

  /** Those that are due by a moment, the first of them, but not those that somebody else has. */
  async lock(client: PoolClient, now: string, limit: number): Promise<readonly DueSurvey[]> {
    const { rows } = await client.query<Omit<DueSurvey, 'dueAt'> & { readonly dueAt: Date }>(
      `SELECT invitation_id AS "invitationId", survey_id AS "surveyId", customer_id AS "customerId", about,
         cause_event_id AS "causeEventId", correlation_id AS "correlationId", asked_by AS by, message, due_at AS "dueAt"
       FROM survey_due WHERE due_at <= $1 ORDER BY due_at, invitation_id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return rows.map((row) => ({ ...row, dueAt: row.dueAt.toISOString() }));
  },

  async putOff(client: PoolClient, invitationIds: readonly string[], until: string): Promise<void> {
    if (invitationIds.length === 0) return;
    await client.query('UPDATE survey_due SET due_at = $2 WHERE invitation_id = ANY($1)', [invitationIds, until]);
  },
} as const;
