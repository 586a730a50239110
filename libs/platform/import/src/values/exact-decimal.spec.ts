import fc from 'fast-check';
import { add, compare, formatDecimal, multiply, parseDecimal, roundTo, ZERO, type ExactDecimal } from './exact-decimal';

const decimal = fc.record({
  units: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
  scale: fc.integer({ min: 0, max: 9 }),
});
/** The same number in billion-billionths, as a plain integer. */
const integer = ({ units, scale }: ExactDecimal): bigint => units * 10n ** BigInt(18 - scale);

describe('exact decimal', () => {
  it('writes what it reads back', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const read = parseDecimal(formatDecimal(value), '.');
        expect(read && integer(read)).toBe(integer(value));
      }),
    );
  });

  it('adds, multiplies and compares as integers do', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(integer(add(a, b))).toBe(integer(a) + integer(b));
        const product = multiply(a, b);
        expect([product.units, product.scale]).toEqual([a.units * b.units, a.scale + b.scale]);
        expect(Math.sign(compare(a, b))).toBe(integer(a) < integer(b) ? -1 : integer(a) > integer(b) ? 1 : 0);
      }),
    );
  });

  it('rounds to the nearest, by no more than half', () => {
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom('half-up' as const, 'half-even' as const),
        (value, scale, rounding) => {
          const rounded = roundTo(value, scale, rounding) ?? 0n;
          const twiceError = 2n * (integer({ units: rounded, scale }) - integer(value));
          const unit = 10n ** BigInt(18 - scale);
          expect(twiceError <= unit && twiceError >= -unit).toBe(true);
          if (rounding === 'half-even' && (twiceError === unit || twiceError === -unit)) expect(rounded % 2n).toBe(0n);
        },
      ),
    );
  });

  it.each([
    ['2.555', 'half-up', 256n],
    ['-2.555', 'half-up', -256n],
    ['2.565', 'half-even', 256n],
    ['2.555', 'exact', undefined],
    ['2.5', 'exact', 250n],
  ] as const)('rounds %s to the penny, %s', (text, rounding, expected) =>
    expect(roundTo(parseDecimal(text, '.') ?? ZERO, 2, rounding)).toBe(expected),
  );

  it.each([
    ['1.234.567,89', ',', '.', '1234567.89'],
    ['1,234', '.', ',', '1234'],
    ['+.5', '.', undefined, '0.5'],
    ['5.', '.', undefined, '5'],
    ['007', '.', undefined, '7'],
  ] as const)('reads %s', (text, mark, thousands, expected) =>
    expect(formatDecimal(parseDecimal(text, mark, thousands) ?? ZERO)).toBe(expected),
  );

  it.each([
    ['1,5', '.', ','],
    ['1.5', ',', undefined],
    ['1e5', '.', undefined],
    ['', '.', undefined],
    ['.', '.', undefined],
    ['-', '.', undefined],
    ['٣', '.', undefined],
    ['1 000', '.', undefined],
  ] as const)('does not take %p for a number', (text, mark, thousands) =>
    expect(parseDecimal(text, mark, thousands)).toBeUndefined(),
  );
});
