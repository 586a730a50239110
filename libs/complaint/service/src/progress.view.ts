import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '@tenure/shared-contract';
import type { LimitedStep } from './case.steps';

export class ProgressStepView {
  @ApiProperty({ example: '受理', description: 'In the language that was asked for.' })
  readonly title!: string;

  @ApiProperty({ enum: ['done', 'in-progress', 'on-hold', 'to-come', 'left-out'] })
  readonly state!: LimitedStep['state'];

  @ApiProperty({ example: '已完成' })
  readonly stateText!: string;

  @ApiProperty({ example: '受理责任人', description: 'The role of whoever does it; never a name.' })
  readonly role!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly doneAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'By when it is expected.' })
  readonly expectedAt!: string | null;
}

/** What the customer sees of a case: its steps alone. */
export class ProgressView {
  @ApiProperty({ enum: ['zh', 'en'] })
  readonly language!: Language;

  @ApiProperty({ type: [ProgressStepView] })
  readonly steps!: readonly ProgressStepView[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'By when it is expected to be resolved; null once it is, and while it waits.',
  })
  readonly expectedAt!: string | null;
}

const ROLES = {
  inquiry: { zh: '首问责任人', en: 'first contact' },
  acceptance: { zh: '受理责任人', en: 'person in charge' },
  resolution: { zh: '受理责任人', en: 'person in charge' },
  feedback: { zh: '受理责任人', en: 'person in charge' },
  'follow-up': { zh: '回访人员', en: 'after-service care' },
} as const;

export function progressOf(steps: readonly LimitedStep[], language: Language): ProgressView {
  const shown = steps.map((limited): ProgressStepView => {
    const { step, title, state, stateText, doneAt, dueAt } = limited;
    const expectedAt = isAhead(limited) ? dueAt : null;
    const texts = { title: title[language], stateText: stateText[language], role: ROLES[step][language] };
    return { ...texts, state, doneAt, expectedAt };
  });
  const resolution = steps.find(({ step }) => step === 'resolution');
  return { language, steps: shown, expectedAt: resolution && isAhead(resolution) ? resolution.dueAt : null };
}

const isAhead = ({ state }: LimitedStep): boolean => state === 'in-progress' || state === 'to-come';
