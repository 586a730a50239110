import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CANDIDATES, type Candidate, type EvaluatedCandidate, type Evaluation } from '@tenure/churn-core';
import type { ChurnModelContent } from '@tenure/policy-contract';
import { METHODS } from './churn-model.view';
import { FittedOnView } from './fitted-on.view';

class IntervalView {
  @ApiProperty()
  readonly low!: number;

  @ApiProperty()
  readonly high!: number;
}

class AreaView extends IntervalView {
  @ApiProperty({ description: '0.5 by chance, 1 without error; the interval is that of Hanley and McNeil, 95 %.' })
  readonly area!: number;
}

class CalibrationLineView {
  @ApiProperty({ description: 'Above 0: more were lost than foretold.' })
  readonly intercept!: number;

  @ApiProperty({ description: 'Below 1: what is foretold is too extreme.' })
  readonly slope!: number;
}

class CalibrationGroupView {
  @ApiProperty({ type: 'integer' })
  readonly n!: number;

  @ApiProperty({ description: 'The mean of what was foretold, 0–1.' })
  readonly predicted!: number;

  @ApiProperty({ type: 'integer', description: 'So many were lost.' })
  readonly happened!: number;

  @ApiProperty({ description: 'The share of them that was lost.' })
  readonly share!: number;

  @ApiProperty({ type: IntervalView, description: 'Where the true share lies: Wilson, 95 %.' })
  readonly interval!: IntervalView;
}

class CandidateView implements EvaluatedCandidate {
  @ApiProperty({ enum: CANDIDATES })
  readonly candidate!: Candidate;

  @ApiPropertyOptional({ type: AreaView, description: 'Absent where all or none were lost.' })
  readonly area?: AreaView;

  @ApiProperty({ description: 'Mean squared error of the probability; 0 is best.' })
  readonly brier!: number;

  @ApiProperty()
  readonly logLoss!: number;

  @ApiProperty({ type: [CalibrationGroupView], description: 'Tenths, from the least foretold on.' })
  readonly calibration!: readonly CalibrationGroupView[];

  @ApiProperty({ description: 'Mean distance of what was foretold from what happened in the tenths.' })
  readonly calibrationError!: number;

  @ApiPropertyOptional({ type: CalibrationLineView })
  readonly calibrationLine?: CalibrationLineView;

  @ApiPropertyOptional({ description: 'How much more often the tenth with the highest scores was lost than all were.' })
  readonly liftAtTop?: number;
}

/** How well a model, and beside it what is simpler, foretold who would be lost. */
export class EvaluationView implements Evaluation {
  @ApiProperty({ format: 'date', description: 'Scored by what was known before this day.' })
  readonly at!: string;

  @ApiProperty({ format: 'date', description: 'Judged by what happened before this day.' })
  readonly outcomeBy!: string;

  @ApiProperty({ type: 'integer' })
  readonly horizonDays!: number;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty()
  readonly isDraft!: boolean;

  @ApiProperty({ enum: METHODS })
  readonly method!: ChurnModelContent['model']['method'];

  @ApiProperty({ type: FittedOnView, nullable: true })
  readonly fitted!: FittedOnView | null;

  @ApiProperty({ description: 'Of all customers; less than 1 where there are very many.' })
  readonly share!: number;

  @ApiProperty({ type: 'integer', description: 'So many were judged.' })
  readonly customers!: number;

  @ApiProperty({ type: 'integer', description: 'So many of them were lost.' })
  readonly lost!: number;

  @ApiProperty({
    type: [CandidateView],
    description:
      'All asked about the same customers. `not-alive` is 1 − P(alive) of an MBG/NBD model; `recency` knows the days since ' +
      'the last order alone, by a curve learned on the horizon before; `scorecard` is the newest one that was published.',
  })
  readonly candidates!: readonly CandidateView[];
}
