/** What a contact came in by; the console shows 电话, 邮件, 拜访, 在线, 门户, 社交媒体, 信件, 传真, 转介, 其他. */
export const CONTACT_CHANNELS = [
  'phone',
  'email',
  'visit',
  'online',
  'portal',
  'social-media',
  'letter',
  'fax',
  'referral',
  'other',
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
