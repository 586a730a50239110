import type { NoticeTemplate } from '../template.type';

/** How a customer is asked for an opinion, where no journey has words of its own for it. */
export const surveyInvitation: NoticeTemplate = {
  subject: { zh: '想听听您的意见', en: 'We would like to hear from you' },
  body: {
    zh: '您好，\n\n请用一两分钟告诉我们您的看法，您的意见会直接送到负责人手中：\n\n{invitation:survey-link}\n\n可回答至 {endsAt:instant}。链接仅供您本人使用。',
    en: 'Hello,\n\nWould you take a minute or two to tell us what you think? What you say goes straight to those in charge:\n\n{invitation:survey-link}\n\nIt can be answered until {endsAt:instant}. The link is for you alone.',
  },
};

/** The words of a journey, with the link after them. */
export const surveyMessage: NoticeTemplate = {
  subject: { zh: '{subject}', en: '{subject}' },
  body: {
    zh: '{body}\n\n{invitation:survey-link}\n\n可回答至 {endsAt:instant}。链接仅供您本人使用。',
    en: '{body}\n\n{invitation:survey-link}\n\nIt can be answered until {endsAt:instant}. The link is for you alone.',
  },
};
