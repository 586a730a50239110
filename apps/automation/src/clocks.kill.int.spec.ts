import { until } from '@tenure/local-servers/testing';
import { agoMs, ClockFixture, type Said } from './testing/clock.fixture';
import { useProgram, type KillableProgram } from './testing/killable.program';
import { swiftStandard } from './testing/swift.standard';

const MINUTE = 60_000;
const CASES = Array.from({ length: 40 }, (_, index) => `k-${index}`);

const LATER_MINUTES = 10;
/** Told twice: a step long after the breach, besides the one at once. */
const chain = {
  reminder: { notify: ['owner'], channels: ['inbox'] },
  steps: [0, LATER_MINUTES].map((afterMinutes) => ({ afterMinutes, notify: ['owner'], channels: ['inbox'] })),
};

describe('the clocks of cases, when the automation is killed,', () => {
  const start = useProgram('automation');
  let fixture: ClockFixture;
  let child: KillableProgram;

  beforeAll(async () => {
    fixture = await ClockFixture.open();
    await fixture.publish('chain', 'escalation', chain);
    await fixture.publish('swift', 'service-standard', swiftStandard(1, { escalationId: 'chain' }));
  });
  afterAll(() => fixture.stop());

  const run = () => start(fixture.eventStoreUrl, fixture.databaseUrl);

  const countOf = (said: readonly Said[], type: string) => said.filter((event) => event.type === type).length;
  const all = () => Promise.all(CASES.map((caseId) => fixture.saidOf(caseId, 'resolution')));
  const some = async (type: string) => (await all()).filter((said) => countOf(said, type) > 0).length;

  it('remind, break and escalate once each: killed when due, between due and escalated, and on the way', async () => {
    child = await run();
    // Their reminder comes now, the end in some seconds: the first steps have to be of now, the rest is brought near.
    for (const caseId of CASES) await fixture.openCase(caseId, { serviceStandard: 'swift' }, agoMs(MINUTE - 4_000));
    await until(async () => (await some('ClockStarted')) > 5, 'some have started');
    await child.kill();
    child = await run();
    await until(async () => (await some('ClockBreached')) > 0, 'the first is broken');
    await child.kill();
    const atKill = await some('ClockBreached');
    child = await run();
    await until(async () => (await some('ClockBreached')) === CASES.length, 'all are broken');
    await child.kill();
    child = await run();
    await until(async () => (await some('ClockEscalated')) === CASES.length, 'all have escalated');
    expect(atKill).toBeGreaterThan(0);
    for (const said of await all()) {
      expect(said.map(({ type, step, alarm }) => [type, step, alarm])).toEqual([
        ['ClockStarted', undefined, undefined],
        ['ClockReminded', undefined, false],
        ['ClockBreached', undefined, true],
        ['ClockEscalated', 1, true],
      ]);
    }
  });

  it('escalate a breach of long ago once, at its own time, by the next automation', async () => {
    // Its next step comes in twenty seconds.
    await fixture.openCase('later', { serviceStandard: 'swift' }, agoMs((LATER_MINUTES + 1) * MINUTE - 20_000));
    await until(
      async () => countOf(await fixture.saidOf('later', 'resolution'), 'ClockBreached') === 1,
      'it is broken',
    );
    await child.kill();
    const told = async () => fixture.saidOf('later', 'resolution', 'ClockEscalated');
    expect(await told()).toHaveLength(1);
    await run();
    await until(async () => (await told()).length > 1, 'it has escalated again');
    const [atOnce, later] = await told();
    const [breached] = await fixture.saidOf('later', 'resolution', 'ClockBreached');
    expect([atOnce, later]).toMatchObject([
      { step: 1, alarm: false },
      { step: 2, alarm: true },
    ]);
    expect(Date.parse(String(later?.['escalatedAt'])) - Date.parse(String(breached?.['breachedAt']))).toBe(
      LATER_MINUTES * MINUTE,
    );
  });
});
