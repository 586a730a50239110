import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject, Injectable } from '@nestjs/common';
import { complaintCodec } from '@tenure/complaint-contract';
import { mergeCodecs, readHistory } from '@tenure/event-store';
import { surveyCodec, voiceCodec } from '@tenure/feedback-contract';
import type { ThemeSource } from '@tenure/theme-contract';
import { textOf, type TextEvent, type WrittenText } from './text.reading';

const codec = mergeCodecs([complaintCodec, surveyCodec, voiceCodec]);

const CATEGORIES: Readonly<Record<ThemeSource, string>> = { complaint: 'complaint', answer: 'survey', voice: 'voice' };

/** What was written, from the log, where alone the words are. */
@Injectable()
export class WrittenTexts {
  constructor(@Inject(EventStoreDBClient) private readonly client: EventStoreDBClient) {}

  /** Undefined where there is none. */
  async read(source: ThemeSource, sourceId: string): Promise<WrittenText | undefined> {
    const events = await readHistory(this.client, [`${CATEGORIES[source]}-${sourceId}`]);
    for (const { type, metadata, data } of events) {
      const decoded = codec.decode(type, metadata.schemaVersion, data);
      if (decoded.known && isText(decoded.event)) return textOf(decoded.event);
    }
    return undefined;
  }
}

const TYPES: readonly string[] = ['ComplaintOpened', 'SurveyAnswered', 'VoiceHeard'];

/** The codec has decoded the event by its type. */
const isText = (event: { readonly type: string }): event is TextEvent => TYPES.includes(event.type);
