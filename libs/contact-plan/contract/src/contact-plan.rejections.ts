export type ContactPlanRejection =
  | 'contact-not-named'
  | 'contact-not-planned'
  | 'contact-of-another-kind'
  | 'contact-outside-its-period'
  | 'contact-already-done';
