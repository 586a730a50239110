/**
 * What became of a command.
 * `accepted`: its events are durable at `position` (that of the last one). `events` is 0 when nothing had to change,
 * and `position` is then the newest one known of the stream.
 * `known`: the same command was carried out earlier; nothing was written now.
 * `rejected`: a business refusal; nothing was written.
 */
export type Outcome<Rejection extends string = string> =
  | { readonly status: 'accepted'; readonly stream: string; readonly position: bigint; readonly events: number }
  | { readonly status: 'known'; readonly stream: string; readonly position: bigint }
  | { readonly status: 'rejected'; readonly stream: string; readonly code: Rejection; readonly detail?: string };
