export type ProblemRejection =
  | 'problem-no-policy-in-force'
  | 'problem-not-found'
  | 'problem-already-opened-differently'
  | 'problem-since-in-future'
  | 'problem-same-as-itself'
  | 'problem-closed'
  | 'problem-not-closed'
  | 'problem-before-opened'
  | 'problem-why-unknown'
  | 'problem-why-loop'
  | 'problem-why-has-reasons';
