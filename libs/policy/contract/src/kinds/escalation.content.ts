import { list, minutes, oneOf, record } from './schema.parts';

export const NOTICE_CHANNELS = ['inbox', 'email', 'webhook'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** `owner`, whoever that is at the time, or `person:<id>` of a policy of kind `recipients`. */
export type NotifyWhom = string;

export interface EscalationStep {
  /** After the deadline, by the wall clock. */
  readonly afterMinutes: number;
  readonly notify: readonly NotifyWhom[];
  readonly channels: readonly NoticeChannel[];
}

/** Who is told before a clock passes its target, and who after. */
export interface EscalationContent {
  readonly reminder: { readonly notify: readonly NotifyWhom[]; readonly channels: readonly NoticeChannel[] };
  /** Ascending. */
  readonly steps: readonly EscalationStep[];
}

const notify = list({ type: 'string', format: 'notify-whom' }, 1, 50);
const channels = list(oneOf(NOTICE_CHANNELS), 1, 10);

export const escalationSchema = record({
  reminder: record({ notify, channels }),
  steps: list(record({ afterMinutes: minutes(0), notify, channels }), 1, 50),
});
