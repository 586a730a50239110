export type ServiceRecordRejection =
  | 'service-record-already-made-differently'
  | 'service-record-not-found'
  | 'service-record-not-yours-to-sign'
  | 'service-record-already-rated-differently'
  | 'service-record-happened-before-service';

export type RecordReviewRejection =
  | 'record-review-no-policy-in-force'
  | 'record-review-week-not-over'
  | 'record-review-not-drawn'
  | 'record-review-not-in-sample'
  | 'record-review-by-responsible'
  | 'record-review-scores-disagree'
  | 'record-review-already-made-differently';
