import type { PolicyDraft } from '@tenure/policy-contract';
import { ProjectionEngine, waitForPosition } from '@tenure/projections';
import { domainCodec } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';
import { OpenClocksComparator, serviceStandardProjections } from '@tenure/service-standard-service';
import { agoMs, ClockFixture } from './testing/clock.fixture';
import { swiftStandard } from './testing/swift.standard';

const HOUR_MS = 3_600_000;

describe('a draft, compared with the open clocks', () => {
  let fixture: ClockFixture;
  let engine: ProjectionEngine;
  let compare: (
    draft: Pick<PolicyDraft, 'policyId' | 'kind'>,
    content: object,
  ) => ReturnType<OpenClocksComparator['compare']>;

  beforeAll(async () => {
    fixture = await ClockFixture.open();
    const { client, dataSource, commands } = fixture;
    const feed = new EventStoreFeed(client, domainCodec, () => undefined);
    const reread = () => Promise.reject(new Error('nothing is parked here'));
    const head = () => headPosition(client);
    engine = new ProjectionEngine({ dataSource, feed, head, reread, bindings: serviceStandardProjections });
    engine.start();
    await fixture.publish('compared', 'service-standard', swiftStandard(1_440));
    await fixture.start();
    await fixture.openCase('early', { serviceStandard: 'compared' }, agoMs(HOUR_MS));
    await fixture.openCase('late', { serviceStandard: 'compared' }, agoMs(9 * HOUR_MS));
    await fixture.openCase('usual', {}, agoMs(HOUR_MS));
    await fixture.settled();
    await waitForPosition(dataSource, ['case-clock'], (await head()) ?? 0n, 60_000);
    const comparator = new OpenClocksComparator(dataSource, commands.policies);
    compare = async ({ policyId, kind }, content) => {
      const title = { zh: '草案', en: 'Draft' };
      const drafted = {
        policyId,
        kind,
        version: 2,
        title,
        content,
        draftFingerprint: 'f',
        by: 'lin',
        draftedAt: agoMs(0),
      };
      // The content of the kind is what each test gives.
      return comparator.compare(drafted as PolicyDraft, await commands.policies.versions(kind, policyId), agoMs(0));
    };
  });
  afterAll(async () => {
    await engine.stop();
    await fixture.stop();
  });

  it('tells which clocks of its cases would be due at another time, and which would be broken', async () => {
    const comparison = await compare({ policyId: 'compared', kind: 'service-standard' }, swiftStandard(480));
    expect(comparison).toMatchObject({ of: 'open clocks', looked: 6, changed: 6 });
    expect(comparison.changes).toContainEqual({
      from: 'resolution: open',
      to: 'resolution: breached, due earlier',
      count: 1,
    });
    expect(comparison.changes).toContainEqual({
      from: 'acceptance: open',
      to: 'acceptance: open, due earlier',
      count: 1,
    });
    expect(comparison.examples).toHaveLength(6);
    expect(comparison.examples).toContainEqual(
      expect.objectContaining({
        id: 'early/resolution',
        customerId: 'customer-of-early',
        from: expect.stringMatching(/^open, due 2/),
      }),
    );
  });

  it('changes nothing where it says the same', async () => {
    const comparison = await compare({ policyId: 'compared', kind: 'service-standard' }, swiftStandard(1_440));
    expect(comparison).toMatchObject({ looked: 6, changed: 0, changes: [], examples: [] });
  });

  it('of a calendar is about the clocks that run by it', async () => {
    const closed = {
      timeZone: 'Asia/Shanghai',
      week: 'always',
      exceptions: [{ day: dayIn(2), name: '盘点', intervals: [] }],
    };
    const open = { ...closed, exceptions: [] };
    const calendar = { policyId: 'calendar-24x7', kind: 'calendar' } as const;
    expect(await compare(calendar, open)).toMatchObject({ changed: 0 });
    const everyDay = [0, 1, 2].map((days) => ({ day: dayIn(days), name: '盘点', intervals: [] }));
    const comparison = await compare(calendar, { ...closed, exceptions: everyDay });
    expect(comparison.looked).toBeGreaterThanOrEqual(6);
    expect(comparison.changes).toContainEqual({
      from: 'resolution: open',
      to: 'resolution: open, due later',
      count: 2,
    });
  });
});

/** Calendar day in Shanghai. */
const dayIn = (days: number): string =>
  new Date(Date.now() + days * 24 * HOUR_MS + 8 * HOUR_MS).toISOString().slice(0, 10);
