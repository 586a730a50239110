import { Inject, Injectable } from '@nestjs/common';
import { DimensionScores, type DimensionScore } from '@tenure/feedback-contract';
import { SATISFACTION_DIMENSIONS } from '@tenure/policy-contract';
import { DataSource } from 'typeorm';

@Injectable()
export class ProjectedDimensionScores extends DimensionScores {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async between(from: string, until: string): Promise<readonly DimensionScore[]> {
    const figures = SATISFACTION_DIMENSIONS.map(
      (dimension) =>
        `SELECT '${dimension}' AS dimension, count(${dimension})::integer AS n, avg(${dimension})::double precision AS mean FROM answered`,
    );
    const rows: { dimension: DimensionScore['dimension']; n: number; mean: number | null }[] =
      await this.dataSource.query(
        `WITH answered AS (SELECT * FROM survey_response WHERE answered_at >= $1 AND answered_at < $2)
         ${figures.join(' UNION ALL ')}`,
        [from, until],
      );
    return rows.flatMap(({ dimension, n, mean }) => (mean === null ? [] : [{ dimension, n, mean }]));
  }
}
