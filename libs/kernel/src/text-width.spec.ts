import * as fc from 'fast-check';
import { shortened, widthOf } from './text-width';

describe('the width of a text', () => {
  it('counts ideographs and full-width signs twice', () => expect(widthOf('CSAT：满意 85%')).toBe(14));

  it('is what a text is shortened to', () => {
    expect(shortened('Collectors answer late', 12)).toBe('Collectors …');
    expect(shortened('催收公司答复慢', 8)).toBe('催收公…');
    expect(shortened('催收', 4)).toBe('催收');
  });

  it('is never more than was asked for, and leaves out nothing that has room', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '满', '😀') }),
        fc.integer({ min: 1, max: 20 }),
        (text, most) => {
          const short = shortened(text, most);
          expect(widthOf(short)).toBeLessThanOrEqual(most);
          if (short !== text) expect(widthOf(text)).toBeGreaterThan(most);
          if (short !== text) expect(widthOf(short)).toBeGreaterThanOrEqual(most - 1);
        },
      ),
    ));
});
