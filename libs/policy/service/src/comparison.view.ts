import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WriteAnswer } from '@tenure/http';
import type { ComparedExample, PolicyComparison } from '@tenure/policy-contract';

class ComparedChangeView {
  @ApiProperty({ example: 'B' })
  readonly from!: string;

  @ApiProperty({ example: 'A' })
  readonly to!: string;

  @ApiProperty({ type: 'integer' })
  readonly count!: number;
}

class ComparedExampleView implements ComparedExample {
  @ApiProperty()
  readonly id!: string;

  @ApiPropertyOptional()
  readonly customerId?: string;

  @ApiProperty()
  readonly from!: string;

  @ApiProperty()
  readonly to!: string;
}

class ComparisonView implements PolicyComparison {
  @ApiProperty({ example: 'customers' })
  readonly of!: string;

  @ApiProperty({ type: 'integer', description: 'How many were looked at.' })
  readonly looked!: number;

  @ApiProperty({ type: 'integer', description: 'For how many something would be otherwise.' })
  readonly changed!: number;

  @ApiProperty({ type: [ComparedChangeView], description: 'The most frequent first.' })
  readonly changes!: readonly ComparedChangeView[];

  @ApiProperty({ type: [ComparedExampleView], maxItems: 100, description: 'The first of those that change.' })
  readonly examples!: readonly ComparedExampleView[];

  @ApiPropertyOptional({ type: [String] })
  readonly notes?: readonly string[];
}

/** What the draft would change today, and where that it was looked at is recorded. */
export class ComparisonAnswer extends WriteAnswer {
  @ApiProperty({ description: 'Of the draft that was compared.' })
  readonly draftFingerprint!: string;

  @ApiProperty({ type: ComparisonView })
  readonly comparison!: PolicyComparison;
}
