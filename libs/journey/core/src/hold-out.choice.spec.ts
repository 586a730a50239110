import { isHeldOut } from './hold-out.choice';

const customers = Array.from({ length: 20_000 }, (_, index) => `customer-${index}`);
const heldOut = (journeyId: string, percent: number) =>
  customers.filter((customerId) => isHeldOut(journeyId, customerId, percent));

describe('who is held out', () => {
  it.each([1, 10, 50, 90])('is the share that was asked for: %i in a hundred', (percent) => {
    const share = (heldOut('win-back', percent).length / customers.length) * 100;
    // Four standard errors of a share of 20,000.
    const margin = 4 * Math.sqrt((percent * (100 - percent)) / customers.length);
    expect(Math.abs(share - percent)).toBeLessThan(margin);
  });
  it('is nobody at none', () => expect(heldOut('win-back', 0)).toEqual([]));
  it('is the same again and again', () => expect(heldOut('win-back', 10)).toEqual(heldOut('win-back', 10)));
  it('is another of each journey', () => {
    const both = heldOut('win-back', 50).filter((customerId) => isHeldOut('activation', customerId, 50));
    expect(Math.abs(both.length / customers.length - 0.25)).toBeLessThan(0.02);
  });
  it('stays held out where the share is raised', () => {
    const wider = new Set(heldOut('win-back', 20));
    expect(heldOut('win-back', 10).every((customerId) => wider.has(customerId))).toBe(true);
  });
});
