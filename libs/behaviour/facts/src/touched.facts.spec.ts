import { FACT_NAMES } from '@tenure/behaviour-contract';
import * as fc from 'fast-check';
import { foldBehaviour } from './behaviour.fold';
import { noBehaviour } from './customer.behaviour';
import { factsAt } from './facts.at';
import { anyDocuments, END, interleaved } from './testing/behaviour.history';
import { touchedFacts } from './touched.facts';

describe('the facts that an event touches', () => {
  it('are all that it changes, on whichever day after everything they are looked at', () => {
    const changed = new Set<string>();
    fc.assert(
      fc.property(anyDocuments, fc.infiniteStream(fc.nat()), fc.nat(200), (documents, chance, days) => {
        const at = new Date(END + days * 86_400_000).toISOString();
        let before = noBehaviour;
        for (const event of interleaved(documents, chance)) {
          const after = foldBehaviour(before, event);
          const [then, now] = [factsAt(before, at), factsAt(after, at)];
          const others = FACT_NAMES.filter((name) => then[name] !== now[name]);
          expect(touchedFacts(event.type)).toEqual(expect.arrayContaining(others));
          for (const name of others) changed.add(`${event.type} ${name}`);
          before = after;
        }
      }),
      { numRuns: 60 },
    );
    expect(changed.size).toBeGreaterThan(30);
  });
});
