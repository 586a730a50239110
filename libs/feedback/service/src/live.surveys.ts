import { inForce, type PolicyBook, type PublishedPolicy, type SurveyOccasion } from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** A survey whose customers are asked on an occasion of one kind. */
export interface SurveyOn<Kind extends SurveyOccasion['kind']> {
  readonly survey: PublishedPolicy<'survey'>;
  readonly occasion: Extract<SurveyOccasion, { kind: Kind }>;
}

/** The published surveys, in memory; which there are is kept in a table, as nobody lists them. */
export class LiveSurveys {
  readonly #versions = new Map<string, readonly PublishedPolicy<'survey'>[]>();

  constructor(private readonly policies: PolicyBook) {}

  /** Reads all that is published of these. */
  async read(surveyIds: readonly string[]): Promise<void> {
    await Promise.all(surveyIds.map(async (id) => this.#versions.set(id, await this.policies.versions('survey', id))));
  }

  /** Those that ask on such an occasion by the version in force at a moment. */
  on<Kind extends SurveyOccasion['kind']>(kind: Kind, at: string): readonly SurveyOn<Kind>[] {
    return [...this.#versions.values()].flatMap((versions) => {
      const survey = inForce(versions, at);
      const occasion = survey?.content.occasion;
      return survey && occasion && isOf(occasion, kind) ? [{ survey, occasion }] : [];
    });
  }

  inForce(surveyId: string, at: string): PublishedPolicy<'survey'> | undefined {
    return inForce(this.#versions.get(surveyId) ?? [], at);
  }

  get ids(): readonly string[] {
    return [...this.#versions.keys()];
  }
}

const isOf = <Kind extends SurveyOccasion['kind']>(
  occasion: SurveyOccasion,
  kind: Kind,
): occasion is Extract<SurveyOccasion, { kind: Kind }> => occasion.kind === kind;

/** Ids of the surveys that were ever published. */
export const knownSurveys = {
  read: (dataSource: DataSource): Promise<readonly string[]> =>
    withConnection(dataSource, async (client) => {
      const { rows } = await client.query<{ id: string }>('SELECT survey_id AS id FROM survey_known');
      return rows.map(({ id }) => id);
    }),

  async add(client: PoolClient, surveyIds: readonly string[]): Promise<void> {
    if (surveyIds.length === 0) return;
    await client.query('INSERT INTO survey_known SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [surveyIds]);
  },
} as const;
