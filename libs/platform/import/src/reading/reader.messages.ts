import type { Problem } from '../import.problem';
import type { ReaderSnapshot } from './reader';
import type { ReaderJob } from './unit';

/** JSON crosses threads in half the time that a structured clone takes. */
export type ToReader =
  | { readonly kind: 'read'; readonly job: ReaderJob }
  | { readonly kind: 'settle'; readonly fatesJson: string }
  | { readonly kind: 'stop' };

export type FromReader =
  | { readonly kind: 'units'; readonly unitsJson: string }
  | { readonly kind: 'progress'; readonly snapshot: ReaderSnapshot }
  | { readonly kind: 'finished'; readonly snapshot: ReaderSnapshot }
  | { readonly kind: 'problem'; readonly problems: readonly Problem[] };
