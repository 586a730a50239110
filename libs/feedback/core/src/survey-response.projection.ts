import type {
  SurveyAnswer,
  SurveyAnswered,
  SurveyEvent,
  SurveyInvited,
  SurveyLanguage,
  SurveySubject,
} from '@tenure/feedback-contract';
import type { Projection } from '@tenure/kernel';
import type { SatisfactionDimension, SatisfactionMeasure } from '@tenure/policy-contract';

/** One invitation to a survey, and what came of it. Times are ISO 8601; scores as they were given. */
export interface SurveyResponseRow {
  readonly invitationId: string;
  readonly surveyId: string;
  readonly version: number;
  readonly customerId: string;
  readonly aboutKind: SurveySubject['kind'] | null;
  readonly aboutId: string | null;
  readonly product: string | null;
  readonly labels: readonly string[];
  /** Whether the platform wrote to the customer. */
  readonly sent: boolean;
  readonly invitedBy: string | null;
  readonly invitedAt: string;
  readonly endsAt: string;
  readonly answeredAt: string | null;
  readonly language: SurveyLanguage | null;
  readonly csat: number | null;
  readonly nps: number | null;
  readonly ces: number | null;
  readonly responsiveness: number | null;
  readonly resolution: number | null;
  readonly attitude: number | null;
  /** Null where nothing was answered yet. */
  readonly answers: readonly SurveyAnswer[] | null;
  /** All that was said in words, a paragraph for each question. */
  readonly text: string | null;
  readonly position: bigint;
}

/** Who was asked by which survey, and what did they answer? */
export const surveyResponse: Projection<SurveyResponseRow, SurveyEvent> = {
  name: 'survey-response',
  version: 1,
  handles: ['SurveyInvited', 'SurveyAnswered'],
  keysOf: ({ data: { invitationId } }) => [invitationId],
  fold: (row, event) => {
    switch (event.type) {
      case 'SurveyInvited':
        return { ...asked(event.data), ...NOT_ANSWERED, position: event.position };
      case 'SurveyAnswered':
        return { ...(row ?? asked(event.data)), ...answered(event.data), position: event.position };
    }
  },
};

type Answered = Pick<
  SurveyResponseRow,
  'answeredAt' | 'language' | 'answers' | 'text' | SatisfactionMeasure | SatisfactionDimension
>;
type Asked = Omit<SurveyResponseRow, keyof Answered | 'position'>;

const NOT_ANSWERED: Answered = {
  answeredAt: null,
  language: null,
  csat: null,
  nps: null,
  ces: null,
  responsiveness: null,
  resolution: null,
  attitude: null,
  answers: null,
  text: null,
};

function asked(data: SurveyInvited | SurveyAnswered): Asked {
  const { invitationId, surveyId, version, customerId, about, product = null, labels = [], invitedAt } = data;
  const ids = { invitationId, surveyId, version, customerId };
  const { kind: aboutKind, id: aboutId } = about ?? NOTHING;
  return { ...ids, aboutKind, aboutId, product, labels, invitedAt, ...termsOf(data) };
}

const NOTHING = { kind: null, id: null } as const;

/** An answer never comes without its invitation; should it, what it doesn't tell is not known. */
function termsOf(data: SurveyInvited | SurveyAnswered): Pick<Asked, 'sent' | 'invitedBy' | 'endsAt'> {
  if (!('send' in data)) return { sent: false, invitedBy: null, endsAt: data.invitedAt };
  const { send: sent, by: invitedBy = null, endsAt } = data;
  return { sent, invitedBy, endsAt };
}

function answered(data: SurveyAnswered): Answered {
  const { answers, answeredAt, language = null } = data;
  const texts = answers.flatMap((answer) => (answer.kind === 'open' ? [answer.text] : []));
  return {
    answeredAt,
    language,
    csat: scoreFor(answers, 'csat'),
    nps: scoreFor(answers, 'nps'),
    ces: scoreFor(answers, 'ces'),
    responsiveness: scoreOn(answers, 'responsiveness'),
    resolution: scoreOn(answers, 'resolution'),
    attitude: scoreOn(answers, 'attitude'),
    answers,
    text: texts.length === 0 ? null : texts.join('\n\n'),
  };
}

/** A survey has at most one question for each measure and each dimension. */
const scoreFor = (answers: readonly SurveyAnswer[], measure: SatisfactionMeasure): number | null =>
  scoreWhere(answers, ({ measures }) => measures === measure);

const scoreOn = (answers: readonly SurveyAnswer[], wanted: SatisfactionDimension): number | null =>
  scoreWhere(answers, ({ dimension }) => dimension === wanted);

type Scored = Extract<SurveyAnswer, { kind: 'scale' }>;

const scoreWhere = (answers: readonly SurveyAnswer[], is: (answer: Scored) => boolean): number | null =>
  answers.flatMap((answer) => (answer.kind === 'scale' && is(answer) ? [answer.score] : []))[0] ?? null;
