import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '@tenure/http';
import { inForce, PolicyBook } from '@tenure/policy-contract';
import { DataSource } from 'typeorm';
import type { SurveyView } from './surveys.view';

/** All that were ever published, by id. */
export class ListSurveys extends Query<readonly SurveyView[]> {}

interface Counted {
  readonly id: string;
  readonly invited: number;
  readonly answered: number;
}

const COUNTED = `
  SELECT coalesce(known.survey_id, asked.survey_id) AS id, coalesce(invited, 0)::int AS invited,
         coalesce(answered, 0)::int AS answered
  FROM survey_known AS known
  FULL JOIN (
    SELECT survey_id, count(*) AS invited, count(answered_at) AS answered FROM survey_response GROUP BY survey_id
  ) AS asked ON asked.survey_id = known.survey_id
  ORDER BY id`;

@QueryHandler(ListSurveys)
export class ListSurveysHandler implements IQueryHandler<ListSurveys> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(): Promise<readonly SurveyView[]> {
    const counted = await this.dataSource.query<Counted[]>(COUNTED);
    return (await Promise.all(counted.map((one) => this.#viewOf(one)))).flat();
  }

  async #viewOf({ id: surveyId, invited, answered }: Counted): Promise<readonly SurveyView[]> {
    const versions = await this.policies.versions('survey', surveyId);
    const current = inForce(versions, this.clock.now());
    const shown = current ?? versions.at(-1);
    if (!shown) return [];
    const { occasion, questions, restDays, openDays } = shown.content;
    const of = { surveyId, title: shown.title, version: current?.version ?? null, occasion: occasion.kind };
    return [{ ...of, questions: questions.length, restDays, openDays, invited, answered }];
  }
}
