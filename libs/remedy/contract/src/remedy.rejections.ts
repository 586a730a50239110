export type RemedyRejection =
  | 'remedy-no-policy-in-force'
  | 'remedy-reason-not-in-table'
  | 'remedy-in-another-currency'
  | 'remedy-not-positive'
  | 'remedy-already-requested-differently'
  | 'remedy-not-found'
  | 'remedy-not-waiting-for-approval'
  | 'remedy-approver-not-authorised'
  | 'remedy-approved-by-requester'
  | 'remedy-already-ended'
  | 'remedy-decided-before-requested';
