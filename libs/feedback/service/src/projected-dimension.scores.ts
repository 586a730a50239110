import { Inject, Injectable } from '@nestjs/common';
import { DimensionScores, type DimensionScore } from '@tenure/feedback-contract';
import { SATISFACTION_DIMENSIONS } from '@tenure/policy-contract';
import { meanInterval } from '@tenure/statistics';
import { DataSource } from 'typeorm';

const CONFIDENCE = 0.95;

interface Figures {
  readonly dimension: DimensionScore['dimension'];
  readonly n: number;
  readonly mean: number | null;
  /** Null of fewer than two. */
  readonly deviation: number | null;
}

const FIGURES = SATISFACTION_DIMENSIONS.map(
  (name) => `SELECT '${name}' AS dimension, count(${name})::integer AS n, avg(${name})::double precision AS mean,
    stddev_samp(${name})::double precision AS deviation FROM answered`,
);

@Injectable()
export class ProjectedDimensionScores extends DimensionScores {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async between(from: string, until: string, surveyId?: string): Promise<readonly DimensionScore[]> {
    const rows = await this.dataSource.query<Figures[]>(
      `WITH answered AS (
         SELECT * FROM survey_response
         WHERE answered_at >= $1 AND answered_at < $2 AND ($3::text IS NULL OR survey_id = $3)
       )
       ${FIGURES.join(' UNION ALL ')}`,
      [from, until, surveyId ?? null],
    );
    return rows.flatMap(scoreOf);
  }
}

function scoreOf({ dimension, n, mean, deviation }: Figures): readonly DimensionScore[] {
  if (mean === null) return [];
  const interval = deviation === null ? undefined : meanInterval({ n, mean, deviation }, CONFIDENCE);
  return [{ dimension, n, mean, ...(interval && { interval }) }];
}
