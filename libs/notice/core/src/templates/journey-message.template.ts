import type { NoticeTemplate } from '../template.type';

/** What a journey says to a customer: worded when it was decided, by the text of the journey's version. */
export const journeyMessage: NoticeTemplate = {
  subject: { zh: '{subject}', en: '{subject}' },
  body: { zh: '{body}', en: '{body}' },
};
