export type NoticeRejection = 'notice-not-found' | 'notice-not-asked-on-channel' | 'notice-for-somebody-else';
