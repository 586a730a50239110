import { ApiProperty } from '@nestjs/swagger';
import {
  ChangeAnnouncementFields,
  VerificationPlanFields,
  type MeasureAsOf,
  type MeasureEvent,
  type MeasureMoneySpent,
  type MeasureOverdue,
  type MeasureProgressReported,
  type VerificationResult,
} from '@tenure/improvement-contract';
import { knownAt, type Dated } from '@tenure/improvement-core';
import { Money } from '@tenure/shared-contract';
import { planDigest } from './measure.digest';
import { MeasureListView, measureListView } from './measure.view';

const instant = { format: 'date-time' } as const;
const moment = { type: String, format: 'date-time', nullable: true } as const;

class MeasureFindingView {
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly result!: VerificationResult;

  @ApiProperty(instant)
  readonly at!: string;
}

class MeasureStandardView {
  @ApiProperty()
  readonly policyId!: string;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty(instant)
  readonly draftedAt!: string;
}

/** What was known of a measure at a moment. */
export class MeasureView extends MeasureListView {
  @ApiProperty({ ...instant, description: 'The moment that it was asked about.' })
  readonly asOf!: string;

  @ApiProperty({ type: [String] })
  readonly causes!: readonly string[];

  @ApiProperty({ description: '资源需求.' })
  readonly resources!: string;

  @ApiProperty({ description: '验收标准.' })
  readonly acceptance!: string;

  @ApiProperty({ description: 'SHA-256 of the plan: what its owner signs.' })
  readonly digest!: string;

  @ApiProperty(moment)
  readonly committedAt!: string | null;

  @ApiProperty(moment)
  readonly startedAt!: string | null;

  @ApiProperty(moment)
  readonly completedAt!: string | null;

  @ApiProperty({ type: Money, nullable: true })
  readonly budget!: Money | null;

  @ApiProperty({ type: 'integer', description: 'In minor units of the currency of the budget.' })
  readonly spentMinor!: number;

  @ApiProperty({ type: [Object], description: 'What was spent, in its order.' })
  readonly ledger!: readonly MeasureMoneySpent[];

  @ApiProperty({ type: [Object] })
  readonly progress!: readonly MeasureProgressReported[];

  @ApiProperty({ type: [Object], description: 'What was told of its being late.' })
  readonly overdueSteps!: readonly MeasureOverdue[];

  @ApiProperty({ type: VerificationPlanFields })
  readonly verification!: VerificationPlanFields;

  @ApiProperty({ type: MeasureFindingView, nullable: true })
  readonly verified!: MeasureFindingView | null;

  @ApiProperty({ type: MeasureFindingView, nullable: true })
  readonly regression!: MeasureFindingView | null;

  @ApiProperty({ type: ChangeAnnouncementFields, nullable: true })
  readonly announcement!: ChangeAnnouncementFields | null;

  @ApiProperty({ type: 'integer', description: 'How many customers were told.' })
  readonly announcedTo!: number;

  @ApiProperty({ type: [MeasureStandardView] })
  readonly standards!: readonly MeasureStandardView[];
}

/** From what was known at the moment, and the history that it follows from. */
export function measureView(measure: MeasureAsOf, history: readonly Dated<MeasureEvent>[], asOf: string): MeasureView {
  const known = knownAt(history, asOf);
  const { verification, announcement, announcedTo, standards, verified, regressed: regression } = measure;
  const { causes, resources, acceptance, committedAt, startedAt, completedAt, budget, spentMinor } = measure;
  return {
    ...measureListView(measure),
    asOf,
    ...{ causes, resources, acceptance, committedAt, startedAt, completedAt, budget, spentMinor },
    digest: known.flatMap((event) => (event.type === 'MeasurePlanned' ? [planDigest(event.data)] : []))[0] ?? '',
    ledger: known.flatMap((event) => (event.type === 'MeasureMoneySpent' ? [event.data] : [])),
    progress: known.flatMap((event) => (event.type === 'MeasureProgressReported' ? [event.data] : [])),
    overdueSteps: known.flatMap((event) => (event.type === 'MeasureOverdue' ? [event.data] : [])),
    ...{ verification, announcement, announcedTo, standards, verified, regression },
  };
}
