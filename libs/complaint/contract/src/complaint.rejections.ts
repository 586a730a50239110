export type ComplaintRejection =
  | 'complaint-not-found'
  | 'complaint-already-opened-differently'
  | 'complaint-not-open'
  | 'complaint-not-resolved'
  | 'complaint-already-resolved'
  | 'complaint-not-closed'
  | 'complaint-happened-before-opening'
  | 'complaint-hand-over-to-owner';
