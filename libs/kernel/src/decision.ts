/** What a decider answers: the facts that follow from a command, or the code of a business refusal. */
export type Decision<Event, Rejection extends string> =
  | { readonly accepted: true; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly code: Rejection; readonly detail?: string };

/** Accepts with the events that follow; none means that the command changes nothing (as a repeated one must). */
export const accept = <Event>(...events: Event[]): Decision<Event, never> => ({ accepted: true, events });

/** Refuses with a stable code; `detail` is a sentence for people and is never matched on. */
export const reject = <Rejection extends string>(code: Rejection, detail?: string): Decision<never, Rejection> =>
  detail === undefined ? { accepted: false, code } : { accepted: false, code, detail };
