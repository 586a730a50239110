import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { SurveyEvent, VoiceEvent } from '@tenure/feedback-contract';
import type { ThemeSource } from '@tenure/theme-contract';
import type { TextToTag } from '@tenure/theme-core';

export type TextEvent =
  Extract<ComplaintEvent, { type: 'ComplaintOpened' }> | Extract<SurveyEvent, { type: 'SurveyAnswered' }> | VoiceEvent;

/** What somebody wrote, of whom and of what. */
export interface WrittenText {
  readonly source: ThemeSource;
  readonly sourceId: string;
  readonly customerId: string | null;
  readonly product: string | null;
  /** Null of what is no case. */
  readonly caseType: string | null;
  readonly at: string;
  readonly text: TextToTag;
}

/** Undefined of an answer without words or labels, which is about nothing. */
export function textOf(event: TextEvent): WrittenText | undefined {
  switch (event.type) {
    case 'ComplaintOpened':
      return ofComplaint(event.data);
    case 'SurveyAnswered':
      return ofAnswer(event.data);
    case 'VoiceHeard':
      return ofVoice(event.data);
  }
}

type Data<Type extends TextEvent['type']> = Extract<TextEvent, { type: Type }>['data'];

function ofComplaint(data: Data<'ComplaintOpened'>): WrittenText {
  const { complaintId, customerId, subject, description, issueType, product = null, caseType = 'complaint' } = data;
  const parts = [{ place: 'subject', text: subject }];
  if (description !== undefined) parts.push({ place: 'description', text: description });
  const labels = issueType === undefined ? [] : [issueType];
  const text = { parts, labels };
  return { source: 'complaint', sourceId: complaintId, customerId, product, caseType, at: data.openedAt, text };
}

function ofAnswer(data: Data<'SurveyAnswered'>): WrittenText | undefined {
  const { invitationId, customerId, product = null, labels = [], answers, answeredAt } = data;
  const parts = answers.flatMap((answer) =>
    answer.kind === 'open' ? [{ place: answer.questionId, text: answer.text }] : [],
  );
  if (parts.length + labels.length === 0) return undefined;
  const text = { parts, labels };
  return { source: 'answer', sourceId: invitationId, customerId, product, caseType: null, at: answeredAt, text };
}

function ofVoice({ voiceId, customerId, product, labels, text, heardAt }: Data<'VoiceHeard'>): WrittenText {
  return {
    source: 'voice',
    sourceId: voiceId,
    customerId: customerId ?? null,
    product: product ?? null,
    caseType: null,
    at: heardAt,
    text: { parts: [{ place: 'text', text }], labels: labels ?? [] },
  };
}
