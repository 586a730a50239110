import { moneyText } from './money-text';

describe('money in words', () => {
  it.each([
    [123450, 'GBP', 'GBP 1,234.50'],
    [-1, 'CNY', 'CNY -0.01'],
    [1500, 'JPY', 'JPY 1,500'],
    [0, 'CNY', 'CNY 0.00'],
  ])('%i minor units of %s are %s', (amountMinor, currency, text) =>
    expect(moneyText(amountMinor, currency)).toBe(text),
  );
});
