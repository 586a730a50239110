import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { contactPlan } from './contact-plan.decider';
import { monthlyVisits, planCommands, planPolicy } from './testing/contact-plan.fixture';
import {
  start,
  midOctober,
  november,
  newYear,
  visit,
  october,
  planned,
  visitPlanned,
  callPlanned,
  reportPlanned,
  inOctober,
  report,
  visitDone,
  visitMissed,
  dropped,
} from './testing/contact-plan.events';

const decider = contactPlan([planPolicy]);
const { given } = specify(decider);

const plan = (tier: string | undefined, occurredAt: string) =>
  ({ type: 'PlanContacts', customerId: 'k-1', tier, occurredAt }) as const;
describe('planning', () => {
  it('plans one contact of each kind for the period at hand', () =>
    given().when(plan('B', start)).then(callPlanned, reportPlanned));
  it('plans nothing for a tier without a plan', () => given().when(plan('C', start)).then());
  it('leaves out a period of which too little is left', () =>
    given()
      .when(plan('B', '2026-10-30T00:00:00+08:00'))
      .then(planned({ ...report, tier: 'B', plannedAt: '2026-10-30T00:00:00+08:00' })));
  it('misses what was due, at the time at which it was, and plans the next period', () =>
    given(visitPlanned)
      .when(plan('A', newYear))
      .then(
        visitMissed,
        planned({
          contactId: 'visit-2027-Q1',
          period: '2027-Q1',
          periodFrom: newYear,
          dueBy: '2027-04-01T00:00:00+08:00',
          plannedAt: newYear,
        }),
      ));
  it('misses nothing a moment earlier', () =>
    given(visitPlanned).when(plan('A', '2026-12-31T23:59:59.999+08:00')).then());
  it('dates what was missed by when it was due, however late that is noticed', () =>
    expect(decider.decide(plan('C', '2027-03-20T00:00:00Z'), given(visitPlanned).state())).toMatchObject({
      events: [{ type: 'ContactMissed', data: { missedAt: newYear } }],
    }));
  it('does not miss what was done', () => given(visitPlanned, visitDone).when(plan('C', newYear)).then());
  it('is not led back by a command from before', () =>
    given(visitPlanned, visitMissed).when(plan('B', midOctober)).then());
});

describe('planning under another tier', () => {
  it('drops what is no longer called for and plans anew', () => {
    const at = '2026-10-12T00:00:00+08:00';
    given(visitPlanned)
      .when(plan('B', at))
      .then(
        dropped(visit, at),
        planned({ ...inOctober, plannedAt: at }),
        planned({ ...report, tier: 'B', plannedAt: at }),
      );
  });
  it('leaves what was done as it is', () => given(visitPlanned, visitDone).when(plan('C', november)).then());
  it('keeps what both tiers call for', () => {
    const bothReport = {
      ...planPolicy.content,
      plans: planPolicy.content.plans.concat({
        tier: 'D',
        contacts: [{ kind: 'report', every: { unit: 'quarter', count: 1 } }],
      }),
    };
    specify(contactPlan([{ ...planPolicy, content: bothReport }]))
      .given(callPlanned, reportPlanned)
      .when(plan('D', midOctober))
      .then(dropped(october, midOctober));
  });
  it('plans again what was dropped, when the customer is back', () =>
    given(visitPlanned, dropped(visit, midOctober))
      .when(plan('A', november))
      .then(planned({ plannedAt: november })));
  it('does not ask again for what was done before the customer left the tier', () =>
    given(visitPlanned, visitDone).when(plan('A', november)).then());
  it('drops all where the customer has no tier any more', () =>
    given(visitPlanned).when(plan(undefined, november)).then(dropped(visit, november)));
});

describe('planning under another version of the policy', () => {
  const underBoth = specify(contactPlan([planPolicy, monthlyVisits]));
  it('drops what it no longer calls for, and says so', () =>
    underBoth
      .given(visitPlanned)
      .when(plan('A', '2026-11-10T00:00:00+08:00'))
      .then(
        dropped(visit, '2026-11-10T00:00:00+08:00', 'policy-changed'),
        planned({
          contactId: 'visit-2026-11',
          period: '2026-11',
          periodFrom: november,
          dueBy: '2026-12-01T00:00:00+08:00',
          policy: { policyId: 'contact-plan', version: 2 },
          plannedAt: '2026-11-10T00:00:00+08:00',
        }),
      ));
  it('keeps the old one until then', () =>
    underBoth.given(visitPlanned).when(plan('A', '2026-11-09T23:59:59+08:00')).then());
});

it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(decider, planCommands));
