import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NOTICE_CHANNELS, type NoticeChannelName } from '@tenure/notice-contract';
import {
  NOTICE_LANGUAGES,
  renderNotice,
  type NoticeDeliveryRow,
  type NoticeInboxRow,
  type NoticeLanguage,
  type Wording,
} from '@tenure/notice-core';

const text = { type: String, nullable: true } as const;
const instant = { ...text, format: 'date-time' } as const;
const DELIVERY_STATUSES = ['pending', 'delivered', 'given-up'] as const;

export class NoticeText {
  @ApiProperty({ enum: NOTICE_LANGUAGES })
  readonly language!: NoticeLanguage;

  @ApiProperty()
  readonly subject!: string;

  @ApiProperty({ description: 'Plain text.' })
  readonly body!: string;
}

export class NoticeDeliveryView {
  @ApiProperty({ enum: NOTICE_CHANNELS })
  readonly channel!: NoticeChannelName;

  @ApiProperty({ enum: DELIVERY_STATUSES })
  readonly status!: NoticeDeliveryRow['status'];

  @ApiProperty({ type: 'integer' })
  readonly attempts!: number;

  @ApiProperty({ format: 'date-time', description: 'Of the newest change.' })
  readonly at!: string;

  @ApiPropertyOptional({ description: 'What the other side knows it by.' })
  readonly reference?: string;

  @ApiPropertyOptional({ description: 'Of the newest failure.' })
  readonly error?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'When it is tried again.' })
  readonly retryAt?: string;
}

/** What a person was told, and how it got there. */
export class NoticeView {
  @ApiProperty()
  readonly noticeId!: string;

  @ApiProperty()
  readonly recipient!: string;

  @ApiProperty({ example: 'clock-escalated' })
  readonly template!: string;

  @ApiProperty({
    type: [NoticeText],
    description: 'In the language of the recipient; where that is not known, in all.',
  })
  readonly texts!: readonly NoticeText[];

  @ApiProperty({ type: [NoticeDeliveryView] })
  readonly deliveries!: readonly NoticeDeliveryView[];

  @ApiProperty(text)
  readonly customerId!: string | null;

  @ApiProperty(text)
  readonly caseId!: string | null;

  @ApiProperty({ description: 'Id of the event that it tells of.' })
  readonly causeEventId!: string;

  @ApiProperty({ format: 'date-time' })
  readonly issuedAt!: string;

  @ApiProperty(instant)
  readonly readAt!: string | null;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export class NoticePage {
  @ApiProperty({ type: [NoticeView] })
  readonly items!: readonly NoticeView[];

  @ApiProperty({ type: 'integer', description: 'Not read yet, of all that the parameters name but `unread`.' })
  readonly unread!: number;

  @ApiPropertyOptional({ description: 'Give it as `cursor` to get the next page; absent on the last one.' })
  readonly next?: string;
}

/** Worded now: in the language and the time zone that the recipient has by today's policy. */
export function viewOf(row: NoticeInboxRow, wordings: readonly Wording[]): NoticeView {
  const { template, parameters, deliveries, position, ...rest } = row;
  return {
    ...rest,
    template,
    texts: wordings.map((wording) => renderNotice(template, parameters, wording)),
    deliveries: NOTICE_CHANNELS.flatMap((channel) => {
      const delivery = deliveries[channel];
      return delivery ? [{ channel, ...delivery }] : [];
    }),
    position: `${position}`,
  };
}
