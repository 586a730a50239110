import * as fc from 'fast-check';
import { foldBehaviour, foldInto } from './behaviour.fold';
import { noBehaviour, ownBehaviour } from './customer.behaviour';
import { anyDocuments, interleaved } from './testing/behaviour.history';

describe('events folded into a behaviour of its own', () => {
  it('make it the same as copies of it, of which none changes, also from what was stored halfway', () => {
    fc.assert(
      fc.property(anyDocuments, fc.infiniteStream(fc.nat()), fc.nat(80), (documents, chance, cut) => {
        const events = interleaved(documents, chance);
        const copies = [noBehaviour];
        for (const event of events) copies.push(foldBehaviour(copies.at(-1), event));
        const texts = copies.map((copy) => JSON.stringify(copy));
        const from = Math.min(cut, events.length);
        const own = ownBehaviour(copies[from] ?? noBehaviour);
        events.slice(from).forEach((event, index) => {
          foldInto(own, event);
          expect(JSON.stringify(own)).toBe(texts[from + index + 1]);
        });
        expect(copies.map((copy) => JSON.stringify(copy))).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });
});
