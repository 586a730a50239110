import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { RecordPurchase } from './purchase.commands';

const line = { sku: '85123A', description: 'T-LIGHT HOLDER', quantity: 6, unitPrice: '2.55' };
const valid = {
  purchaseId: '536365',
  customerId: 'k-1',
  lines: [line],
  total: { amountMinor: 1530, currency: 'GBP' },
  occurredAt: '2010-12-01T08:26:00Z',
};
const messagesOf = (fields: object) =>
  validateSync(plainToInstance(RecordPurchase, { ...valid, ...fields })).flatMap(({ constraints, children = [] }) => [
    ...Object.values(constraints ?? {}),
    ...children.flatMap((child) => Object.values(child.constraints ?? {})),
  ]);

describe('RecordPurchase', () => {
  it.each([
    ['a usual line', line],
    ['a price of zero', { ...line, unitPrice: '0.0' }],
    ['a price below the minor unit', { ...line, unitPrice: '0.001' }],
    ['no description', { sku: 'POST', quantity: 1, unitPrice: '18' }],
  ])('takes %s', (_case, taken) => expect(messagesOf({ lines: [taken] })).toEqual([]));

  it.each([
    ['lines must be a list of 1 to 5000 lines', []],
    ['lines must be a list of 1 to 5000 lines', 'none'],
    ['lines must be a list of 1 to 5000 lines', Array.from({ length: 5001 }, () => line)],
    ['lines[1] must be an object', [line, null]],
    ['lines[1].sku must be 1 to 100 characters', [line, { ...line, sku: '' }]],
    ['lines[0].quantity must be a positive integer', [{ ...line, quantity: -6 }]],
    ['lines[0].quantity must be a positive integer', [{ ...line, quantity: '6' }]],
    ['lines[0].unitPrice must be a decimal as text, not negative, such as "2.55"', [{ ...line, unitPrice: 2.55 }]],
    ['lines[0].unitPrice must be a decimal as text, not negative, such as "2.55"', [{ ...line, unitPrice: '-1' }]],
    ['lines[0].description must be at most 500 characters', [{ ...line, description: 'x'.repeat(501) }]],
    ['lines[0].colour is not a field of a line', [{ ...line, colour: 'red' }]],
  ])('says: %s', (message, lines) => expect(messagesOf({ lines })).toEqual([message]));

  it('needs a total in whole minor units', () => {
    expect(messagesOf({ total: { amountMinor: 15.3, currency: 'GBP' } })).toContain(
      'amountMinor must be an integer number',
    );
    expect(messagesOf({ total: undefined })).toContain('total should not be null or undefined');
  });
});
