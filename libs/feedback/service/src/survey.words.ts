import type { SurveyRejection } from '@tenure/feedback-contract';
import type { Text } from '@tenure/shared-contract';

const LATER = { zh: '现在无法提交，请稍后再试。', en: 'This cannot be sent now; please try again later.' } as const;

/** What the page of a survey says by itself. */
export const SURVEY_WORDS = {
  send: { zh: '提交', en: 'Send' },
  languages: { zh: '语言', en: 'Language' },
  required: { zh: '必答', en: 'required' },
  again: { zh: '您已经回答过了，这次提交未被采用。', en: 'You have answered before; this time nothing was taken.' },
  ended: { zh: '这份问卷已经结束，谢谢您的关注。', en: 'This survey has ended. Thank you for looking in.' },
  nowhereTitle: { zh: '没有找到', en: 'Nothing here' },
  nowhere: {
    zh: '这个链接下没有内容，请检查链接是否完整。',
    en: 'There is nothing under this link. Please check that it is complete.',
  },
  flawed: { zh: '请检查以下回答：', en: 'Please look at these answers again:' },
  most: { zh: (most: number) => `最多选 ${most} 项`, en: (most: number) => `${most} at most` },
  flaws: {
    'survey-required-missing': { zh: '请回答这个问题。', en: 'Please answer this question.' },
    'survey-nothing-answered': { zh: '请至少回答一个问题。', en: 'Please answer one question at least.' },
    'survey-score-off-scale': { zh: '请在所列分数中选择。', en: 'Please choose one of the scores.' },
    'survey-option-unknown': { zh: '请在所列选项中选择。', en: 'Please choose among the options.' },
    'survey-too-many-chosen': { zh: '所选过多。', en: 'Too many are chosen.' },
    'survey-text-too-long': { zh: '文字过长，请缩短。', en: 'The text is too long; please shorten it.' },
    'survey-not-in-force': LATER,
    'survey-already-invited-differently': LATER,
    'survey-invitation-not-found': LATER,
    'survey-already-answered': LATER,
    'survey-ended': LATER,
    'survey-answered-before-invited': LATER,
    'survey-question-unknown': LATER,
    'survey-answer-of-another-kind': LATER,
  },
} as const satisfies {
  readonly flaws: Readonly<Record<SurveyRejection, Text>>;
  readonly [name: string]: unknown;
};
