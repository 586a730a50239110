import { moneyText } from './money-text';

describe('money in words', () => {
  it.each([
    [123450, 'GBP', 'GBP 1,234.50'],
    [-1, 'CNY', 'CNY -0.01'],
    [1500, 'JPY', 'JPY 1,500'],
    [0, 'CNY', 'CNY 0.00'],
    [5, 'CNY', 'CNY 0.05'],
    [-123456789012, 'CNY', 'CNY -1,234,567,890.12'],
    [1234, 'KWD', 'KWD 1.234'],
    [1234, 'points', 'points 12.34'],
  ])('%i minor units of %s are %s', (amountMinor, currency, text) =>
    expect(moneyText(amountMinor, currency)).toBe(text),
  );
});
