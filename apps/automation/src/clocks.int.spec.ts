import { until } from '@tenure/local-servers/testing';
import { agoMs, ClockFixture, MARGIN_MS } from './testing/clock.fixture';
import { swiftStandard } from './testing/swift.standard';

const MINUTE = 60_000;

describe('the clocks of cases', () => {
  let fixture: ClockFixture;

  beforeAll(async () => {
    fixture = await ClockFixture.open();
    await fixture.publish('swift', 'service-standard', swiftStandard(1));
    await fixture.publish('day', 'service-standard', swiftStandard(1_440));
    await fixture.start();
  });
  afterAll(() => fixture.stop());

  const typesOf = async (caseId: string, clockId: string) =>
    (await fixture.saidOf(caseId, clockId)).map(({ type }) => type);

  it('start with the case, by the standard of its type and tier', async () => {
    await fixture.openCase('plain', {}, agoMs(0));
    await fixture.settled();
    const started = (await fixture.said('plain')).map(({ type, clockId }) => [type, clockId]);
    expect(started).toEqual([
      ['ClockStarted', 'acceptance'],
      ['ClockStarted', 'first-response'],
      ['ClockStarted', 'resolution'],
    ]);
    const [first] = await fixture.saidOf('plain', 'first-response');
    expect(first).toMatchObject({ target: { tier: 'C', targetSeconds: 7_200 }, owner: 'anna', provisional: false });
  });

  it('remind, break and escalate when their moment comes, each once, and alarm of it', async () => {
    await fixture.openCase('watched', { serviceStandard: 'swift' }, agoMs(MINUTE / 2 - MARGIN_MS));
    await until(async () => (await typesOf('watched', 'resolution')).includes('ClockReminded'), 'reminded');
    const [, reminded] = await fixture.saidOf('watched', 'resolution');
    expect(reminded).toMatchObject({ type: 'ClockReminded', percent: 50, alarm: true, notify: ['owner'] });
    await fixture.openCase('broken', { serviceStandard: 'swift' }, agoMs(MINUTE - MARGIN_MS));
    await until(async () => (await typesOf('broken', 'resolution')).includes('ClockEscalated'), 'escalated');
    await fixture.settled();
    const said = await fixture.saidOf('broken', 'resolution');
    expect(said.map(({ type, alarm }) => [type, alarm])).toEqual([
      ['ClockStarted', undefined],
      ['ClockReminded', false],
      ['ClockBreached', true],
      ['ClockEscalated', true],
    ]);
    const [started, , breached] = said;
    expect(breached).toMatchObject({ breachedAt: started?.['dueAt'] });
    expect(Date.parse(breached?.recordedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(String(started?.['dueAt'])));
  });

  it('are met in time by what is done before, and say nothing afterwards', async () => {
    await fixture.openCase('met', { serviceStandard: 'swift' }, agoMs(MINUTE - MARGIN_MS));
    await fixture.send('AcceptComplaint', { complaintId: 'met', by: 'bo' });
    await fixture.send('RespondToComplaint', { complaintId: 'met', by: 'bo', message: 'On its way' });
    await fixture.openCase('beside', { serviceStandard: 'swift' }, agoMs(MINUTE - MARGIN_MS));
    await until(async () => (await typesOf('beside', 'acceptance')).includes('ClockEscalated'), 'escalated beside it');
    await fixture.settled();
    expect(await typesOf('met', 'acceptance')).toEqual(['ClockStarted', 'ClockReminded', 'ClockMet']);
    expect(await typesOf('met', 'first-response')).toEqual(['ClockStarted', 'ClockReminded', 'ClockMet']);
    expect(await typesOf('met', 'resolution')).toContain('ClockBreached');
  });

  it('stand still while the case waits for its customer, and go on from what was left', async () => {
    const openedAt = agoMs(MINUTE - MARGIN_MS);
    await fixture.openCase('held', { serviceStandard: 'swift' }, openedAt);
    const reason = { reasonKind: 'waiting-on-customer', reason: 'A photo', by: 'anna' };
    await fixture.send('HoldComplaint', { complaintId: 'held', ...reason });
    await fixture.openCase('not-held', { serviceStandard: 'swift' }, agoMs(MINUTE - MARGIN_MS));
    await until(async () => (await typesOf('not-held', 'resolution')).includes('ClockBreached'), 'broken beside it');
    await fixture.send('ContinueComplaint', { complaintId: 'held', by: 'anna' });
    await fixture.settled();
    expect(await typesOf('held', 'resolution')).toEqual([
      'ClockStarted',
      'ClockReminded',
      'ClockPaused',
      'ClockResumed',
    ]);
    await until(async () => (await typesOf('held', 'resolution')).includes('ClockBreached'), 'broken in the end');
  });

  it('change with the tier of the customer', async () => {
    const [open, closed] = ['tier-open', 'tier-closed'];
    for (const complaintId of [open, closed]) {
      await fixture.openCase(complaintId, { customerId: 'tiered', serviceStandard: 'day' }, agoMs(MINUTE));
    }
    await fixture.send('ResolveComplaint', { complaintId: closed, by: 'anna', remedy: 'replaced' });
    await fixture.send('CloseComplaint', { complaintId: closed, by: 'anna' });
    await fixture.settled();
    const override = { customerId: 'tiered', tier: 'A', by: 'lin', reason: 'strategic', until: '2100-01-01T00:00:00Z' };
    await fixture.send('OverrideTier', override);
    await fixture.settled();
    const retargeted = await fixture.saidOf(open, 'first-response', 'ClockRetargeted');
    expect(retargeted).toEqual([expect.objectContaining({ target: expect.objectContaining({ tier: 'A' }) })]);
    expect(await fixture.saidOf(closed, 'first-response', 'ClockRetargeted')).toEqual([]);
    await fixture.openCase('tier-later', { customerId: 'tiered', serviceStandard: 'day' }, agoMs(0));
    await fixture.settled();
    expect(await fixture.saidOf('tier-later', 'resolution')).toMatchObject([
      { basis: { tier: 'A' }, target: { tier: 'A' } },
    ]);
  });

  it('failed at nothing that happened here', () => expect(fixture.failures).toEqual([]));
});
