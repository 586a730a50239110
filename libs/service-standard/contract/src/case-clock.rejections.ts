/** Refused as a whole; the detail names the event that says so. */
export type CaseClockRejection =
  | 'case-not-opened'
  | 'case-fact-before-opening'
  | 'case-facts-out-of-order'
  | 'case-pause-ends-before-it-starts'
  | 'case-time-not-readable'
  | 'case-policy-not-known';
