import type { PoolClient } from 'pg';

/** That a customer was asked by a survey at a moment, ISO 8601. */
export interface Asking {
  readonly surveyId: string;
  readonly customerId: string;
  readonly askedAt: string;
}

/** When customers were asked last. */
export const askedCustomers = {
  /** The newest moment counts, in whatever order they become known. */
  async add(client: PoolClient, askings: readonly Asking[]): Promise<void> {
    if (askings.length === 0) return;
    await client.query(
      `INSERT INTO survey_asked (survey_id, customer_id, asked_at)
       SELECT survey, customer, max(at) FROM unnest($1::text[], $2::text[], $3::timestamptz[])
         AS given (survey, customer, at) GROUP BY survey, customer ORDER BY survey, customer
       ON CONFLICT (survey_id, customer_id) DO UPDATE SET asked_at = greatest(survey_asked.asked_at, EXCLUDED.asked_at)`,
      [
        askings.map(({ surveyId }) => surveyId),
        askings.map(({ customerId }) => customerId),
        askings.map(({ askedAt }) => askedAt),
      ],
    );
  },

  /** By `keyOf` of survey and customer; those never asked are absent. */
  async find(client: PoolClient, of: readonly Omit<Asking, 'askedAt'>[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await client.query<{ survey: string; customer: string; at: Date }>(
      `SELECT survey_id AS survey, customer_id AS customer, asked_at AS at FROM survey_asked
       JOIN unnest($1::text[], $2::text[]) AS wanted (survey_id, customer_id) USING (survey_id, customer_id)`,
      [of.map(({ surveyId }) => surveyId), of.map(({ customerId }) => customerId)],
    );
    return new Map(
      rows.map(({ survey: surveyId, customer: customerId, at }) => [
        askedCustomers.keyOf({ surveyId, customerId }),
        at.toISOString(),
      ]),
    );
  },

  keyOf: ({ surveyId, customerId }: Omit<Asking, 'askedAt'>): string => `${surveyId} ${customerId}`,
} as const;
