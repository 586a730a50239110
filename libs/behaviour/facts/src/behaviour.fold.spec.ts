import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { BehaviourEvent } from './behaviour.events';
import { noBehaviour } from './customer.behaviour';
import { factsAt } from './facts.at';
import { withStage } from './standing.fold';
import {
  agreed,
  calledOff,
  customerId,
  ended,
  enteredStage,
  folded,
  gaveBack,
  loggedIn,
  ordered,
  rated,
  registered,
  renewed,
} from './testing/behaviour.fixture';

const factsOf = (events: readonly BehaviourEvent[], at: string) => factsAt(folded(...events), at);

describe('the facts about a customer', () => {
  it('are counts of nothing where nothing is known', () =>
    expect(factsAt(noBehaviour, '2024-05-01T00:00:00Z')).toMatchInlineSnapshot(`
      {
        "anomalies180": 0,
        "anomalies30": 0,
        "competitorContacts180": 0,
        "complaints180": 0,
        "complaints30": 0,
        "contracts": 0,
        "contractual": false,
        "dwellMinutes180": 0,
        "dwellMinutes30": 0,
        "dwellMinutes7": 0,
        "featureUses180": 0,
        "featureUses30": 0,
        "featureUses7": 0,
        "logins180": 0,
        "logins30": 0,
        "logins7": 0,
        "lowRatings180": 0,
        "openComplaints": 0,
        "orderDays": 0,
        "orders": 0,
        "orders180": 0,
        "orders30": 0,
        "orders7": 0,
        "returns180": 0,
        "spend180Minor": 0,
        "unansweredContacts180": 0,
        "unansweredContacts30": 0,
      }
    `));

  it('go by windows that end with the day of the moment (UTC)', () => {
    const events = [ordered('2024-01-01T23:59:59Z'), ordered('2024-01-07T00:00:00Z')];
    expect(factsOf(events, '2024-01-07T23:59:59.999Z')).toMatchObject({
      orders7: 2,
      orders30: 2,
      daysSinceLastOrder: 0,
    });
    expect(factsOf(events, '2024-01-08T00:00:00Z')).toMatchObject({ orders7: 1, orders30: 2, daysSinceLastOrder: 1 });
    expect(factsOf(events, '2024-01-08T07:59:59+08:00')).toMatchObject({ orders7: 2 });
    expect(factsOf(events, '2024-06-28T00:00:00Z')).toMatchObject({ orders180: 2 });
    expect(factsOf(events, '2024-06-29T00:00:00Z')).toMatchObject({ orders180: 1, orders: 2, spend180Minor: 1000 });
  });

  it('know no rhythm of a single order', () => {
    const facts = factsOf([ordered('2024-01-01T09:00:00Z'), ordered('2024-01-01T17:00:00Z')], '2024-02-01T00:00:00Z');
    expect(facts).toMatchObject({ orders: 2, orderDays: 1, daysSinceFirstOrder: 31 });
    expect(facts).not.toHaveProperty('meanDaysBetweenOrders');
    expect(facts).not.toHaveProperty('overdueRatio');
  });
  it('set the time since the last order against the usual one', () => {
    const events = ['2024-01-01', '2024-01-11', '2024-01-31'].map((day) => ordered(`${day}T12:00:00Z`));
    expect(factsOf(events, '2024-03-01T00:00:00Z')).toMatchObject({ meanDaysBetweenOrders: 15, overdueRatio: 2 });
  });

  it('take a cancelled order for none, be it the first, the last or the only one', () => {
    const first = ordered('2024-01-01T12:00:00Z');
    const second = ordered('2024-01-11T12:00:00Z');
    const at = '2024-02-01T00:00:00Z';
    expect(factsOf([first, calledOff(first, '2024-01-02T00:00:00Z')], at)).toEqual({
      ...factsAt(noBehaviour, at),
      spend180Minor: 0,
    });
    expect(factsOf([first, second, calledOff(second, '2024-01-12T00:00:00Z')], at)).toEqual(factsOf([first], at));
    expect(factsOf([first, second, calledOff(first, '2024-01-12T00:00:00Z')], at)).toEqual(factsOf([second], at));
  });
  it('see what came back without an order', () => {
    const facts = factsOf([gaveBack('2024-01-05T00:00:00Z', 400)], '2024-01-06T00:00:00Z');
    // No currency is that of the newest purchase.
    expect(facts).toMatchObject({ orders: 0, returns180: 1, spend180Minor: 0 });
    expect(facts).not.toHaveProperty('returnsPercent180');
  });
  it('see what came back of orders', () => {
    const events = [ordered('2024-01-01T00:00:00Z'), ordered('2024-01-02T00:00:00Z'), gaveBack('2024-01-05T00:00:00Z')];
    expect(factsOf(events, '2024-01-06T00:00:00Z')).toMatchObject({ returnsPercent180: 50, spend180Minor: 1600 });
  });
  it('count spend in the currency of the newest purchase', () => {
    const events = [ordered('2024-01-01T00:00:00Z', '1', 500, 'USD'), ordered('2024-01-02T00:00:00Z', '2', 700, 'CNY')];
    expect(factsOf(events, '2024-01-03T00:00:00Z')).toMatchObject({ spend180Minor: 700 });
  });

  it('know the first renewal of two contracts, and one that has passed', () => {
    const two = [agreed('c-1', '2024-01-01', '2025-01-01'), agreed('c-2', '2024-03-01', '2024-09-01')];
    expect(factsOf(two, '2024-02-01T00:00:00Z')).toMatchObject({ contracts: 1, contractual: true, daysToRenewal: 335 });
    expect(factsOf(two, '2024-08-30T00:00:00Z')).toMatchObject({ contracts: 2, daysToRenewal: 2 });
    expect(factsOf(two, '2024-09-03T12:00:00Z')).toMatchObject({ contracts: 2, daysToRenewal: -2 });
    const afterwards = [...two, renewed('c-2', '2025-09-01')];
    expect(factsOf(afterwards, '2024-09-03T12:00:00Z')).toMatchObject({ contracts: 2, daysToRenewal: 120 });
  });
  it('know of no renewal once notice was given, and of no contract once it has ended', () => {
    const events = [agreed('c-1', '2024-01-01', '2025-01-01'), ended('c-1', '2024-06-01')];
    expect(factsOf(events, '2024-05-31T00:00:00Z')).toMatchObject({ contracts: 1, contractual: true });
    expect(factsOf(events, '2024-05-31T00:00:00Z')).not.toHaveProperty('daysToRenewal');
    expect(factsOf(events, '2024-06-01T00:00:00Z')).toMatchObject({ contracts: 0, contractual: false });
  });

  it('tell logins, their trend and how long they lasted', () => {
    const monthly = ['2024-01-15', '2024-02-15', '2024-03-15', '2024-04-15', '2024-05-15', '2024-06-15'];
    const events = monthly.map((day) => loggedIn(`${day}T10:00:00Z`, 90));
    expect(factsOf(events, '2024-06-20T00:00:00Z')).toMatchObject({
      logins7: 1,
      logins30: 1,
      logins180: 6,
      loginTrendPercent: 0,
      daysSinceLastLogin: 5,
      dwellMinutes7: 1,
      dwellMinutes180: 9,
    });
    expect(factsOf(events, '2024-07-20T00:00:00Z')).toMatchObject({ logins30: 0, loginTrendPercent: -100 });
  });
  it('take what customers say after a case for a rating, and complaints for open until they are settled', () => {
    const ofCase = { complaintId: 'c-1', customerId };
    const opened: ComplaintEvent = {
      type: 'ComplaintOpened',
      data: { ...ofCase, channel: 'phone', subject: 'Late', owner: 'anna', openedAt: '2024-01-01T00:00:00Z' },
    };
    const inquiry = {
      ...opened,
      data: { ...opened.data, complaintId: 'c-2', caseType: 'inquiry' },
    } satisfies ComplaintEvent;
    const resolved: ComplaintEvent = {
      type: 'ComplaintResolved',
      data: { ...ofCase, by: 'anna', remedy: 'sent', resolvedAt: '2024-01-02T00:00:00Z' },
    };
    const followedUp: ComplaintEvent = {
      type: 'ComplaintFollowedUp',
      data: { ...ofCase, by: 'anna', satisfaction: 2, followedUpAt: '2024-01-03T00:00:00Z' },
    };
    const reopened: ComplaintEvent = {
      type: 'ComplaintReopened',
      data: { ...ofCase, by: 'anna', reason: 'late again', reopenedAt: '2024-01-04T00:00:00Z' },
    };
    const at = '2024-01-05T00:00:00Z';
    expect(factsOf([opened, inquiry], at)).toMatchObject({ complaints30: 1, openComplaints: 1 });
    const events = [opened, inquiry, resolved, followedUp, rated('2024-01-02T00:00:00Z', 5)];
    const facts = { openComplaints: 0, lowRatings180: 1, lastRating: 2, meanRating180: 3.5 };
    expect(factsOf(events, at)).toMatchObject(facts);
    expect(factsOf([...events, reopened], at)).toMatchObject({ openComplaints: 1 });
    const other = { ...reopened, data: { ...reopened.data, complaintId: 'c-2' } };
    expect(factsOf([...events, other], at)).toMatchObject({ openComplaints: 0 });
  });

  it('count the orders after a stage was entered', () => {
    const events = [ordered('2024-01-01T00:00:00Z'), ordered('2024-01-02T00:00:00Z'), ordered('2024-01-03T00:00:00Z')];
    const stayed = { stage: 'maintenance', daysInStage: 2, ordersInStage: 1 };
    expect(
      factsOf([...events, enteredStage('maintenance', '2024-01-02T00:00:00Z')], '2024-01-04T00:00:00Z'),
    ).toMatchObject(stayed);
    const judged = withStage(folded(...events), 'maintenance', '2024-01-02T00:00:00Z');
    expect(factsAt(judged, '2024-01-04T00:00:00Z')).toMatchObject(stayed);
  });
  it('know the profile until it is cleared', () => {
    const events: BehaviourEvent[] = [registered('2024-01-01T00:00:00Z', { kind: 'company', country: 'CN' })];
    expect(factsOf(events, '2024-01-31T00:00:00Z')).toMatchObject({
      daysSinceRegistered: 30,
      customerKind: 'company',
      country: 'CN',
    });
    events.push({
      type: 'CustomerProfileChanged',
      data: {
        customerId,
        kind: 'person',
        cleared: ['country'],
        fieldSource: 'service',
        changedAt: '2024-01-02T00:00:00Z',
      },
    });
    expect(factsOf(events, '2024-01-31T00:00:00Z')).toMatchObject({ customerKind: 'person' });
    expect(factsOf(events, '2024-01-31T00:00:00Z')).not.toHaveProperty('country');
  });
});
