import * as fc from 'fast-check';
import type { BehaviourEvent } from './behaviour.events';
import { foldBehaviour } from './behaviour.fold';
import { noBehaviour, type CustomerBehaviour } from './customer.behaviour';
import { factsAt } from './facts.at';
import { folded } from './testing/behaviour.fixture';
import { anyDocuments, END, interleaved } from './testing/behaviour.history';
import { slowFacts } from './testing/slow.facts';

const DAY_MS = 86_400_000;
const daysLater = (days: number) => new Date(END + days * DAY_MS).toISOString();
const factsOf = (events: readonly BehaviourEvent[], at: string) => factsAt(folded(...events), at);

function stored(behaviour: CustomerBehaviour): CustomerBehaviour {
  const parsed: unknown = JSON.parse(JSON.stringify(behaviour));
  return Object.assign({}, parsed);
}

describe('facts, folded event by event,', () => {
  it('are those of a slow count over all events, in whatever order the streams come', () =>
    fc.assert(
      fc.property(anyDocuments, fc.infiniteStream(fc.nat()), fc.nat(400), (documents, chance, days) => {
        const slow = slowFacts(documents.flat(), daysLater(days));
        expect(factsOf(documents.flat(), daysLater(days))).toEqual(slow);
        expect(factsOf(interleaved(documents, chance), daysLater(days))).toEqual(slow);
      }),
      { numRuns: 500 },
    ));
  it('are the same where the behaviour was stored as JSON after each event', () =>
    fc.assert(
      fc.property(anyDocuments, fc.nat(400), (documents, days) => {
        const events = documents.flat();
        const behaviour = events.reduce((known, event) => stored(foldBehaviour(known, event)), noBehaviour);
        expect(factsAt(behaviour, daysLater(days))).toEqual(factsOf(events, daysLater(days)));
      }),
    ));
});
