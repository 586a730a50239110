import type { BehaviourDraft, Counter, OwnBehaviour } from './customer.behaviour';
import { added, addInto } from './series';

/** How an amount comes to what is counted of a customer by day. */
export type Counting<Draft extends BehaviourDraft> = (
  draft: Draft,
  counter: Counter,
  day: number,
  amount: number,
) => void;

/** The series there was belongs to others too. */
export const countAnew: Counting<BehaviourDraft> = (draft, counter, day, amount) => {
  draft[counter] = added(draft[counter], day, amount);
};

export const countOwn: Counting<OwnBehaviour> = (behaviour, counter, day, amount) => {
  const series = behaviour[counter];
  if (series) addInto(series, day, amount);
  else behaviour[counter] = [day, amount];
};
