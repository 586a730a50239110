import type { Recorded } from '@tenure/kernel';
import type { ProjectionBinding } from '../projection.binding';
import { type SampleEvent, sampleBindings, type SampleRecorded } from './sample.projections';

/** Where a projection's code fails; positions are taken out when it is mended. */
export type Poison = Map<bigint, 'fold' | 'keys'>;

/** The sample, failing at the poisoned positions. */
export const poisonedBindings = (poisons: readonly Poison[]): readonly ProjectionBinding[] =>
  sampleBindings.map(({ projection, entity }, index) => {
    const fails = (place: string) => (event: Recorded) => poisons[index]?.get(event.position) === place;
    const [failsInKeys, failsInFold] = [fails('keys'), fails('fold')];
    return {
      entity,
      projection: {
        ...projection,
        keysOf: (event) => {
          if (failsInKeys(event)) throw new Error('no key can be found');
          return projection.keysOf(event);
        },
        fold: (row, event, key) => {
          if (failsInFold(event)) throw new Error('poison');
          return projection.fold(row, event, key);
        },
      },
    };
  });

/** The same events, each about the customer who owns its account. */
export const ofCustomers = (log: readonly SampleRecorded[]): SampleRecorded[] =>
  log.map((event) => ({ ...event, metadata: { ...event.metadata, customerId: `owner of ${accountOf(event)}` } }));

function accountOf(event: SampleEvent): string {
  return event.type === 'AmountMoved' ? event.data.from : event.data.account;
}
