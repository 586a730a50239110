import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headPosition } from '@tenure/event-store';
import { until } from '@tenure/local-servers/testing';
import { NoticeInboxEntry } from '@tenure/notice-service';
import { startProjector, type Projector } from '@tenure/projector';
import { pino } from 'pino';
import { agoMs, ClockFixture, MARGIN_MS } from './testing/clock.fixture';
import { swiftStandard } from './testing/swift.standard';

const MINUTE = 60_000;

describe('alarms of clocks', () => {
  let fixture: ClockFixture;
  let projector: Projector;
  let folder: string;

  beforeAll(async () => {
    fixture = await ClockFixture.open();
    folder = await mkdtemp(join(tmpdir(), 'tenure-alarms-'));
    const { client, dataSource } = fixture;
    projector = startProjector({ client, dataSource, log: pino({ level: 'silent' }) });
    await fixture.publish('swift', 'service-standard', swiftStandard(1));
    await start();
  });
  afterAll(async () => {
    await projector.close();
    await fixture.stop();
    await rm(folder, { recursive: true });
  });

  const start = () => fixture.start({ folder, from: 'tenure@example.com' });

  /** What people were told of a case, and whether it has arrived. */
  async function told(caseId: string): Promise<readonly string[]> {
    const rows = await fixture.dataSource.getRepository(NoticeInboxEntry).findBy({ caseId });
    const lines = rows.map(({ template, recipient, parameters: { clock }, deliveries }) =>
      [template, typeof clock === 'string' ? clock : '', recipient, deliveries.inbox?.status].join(' '),
    );
    return lines.sort();
  }

  const ESCALATED = ['acceptance', 'first-response', 'resolution'].flatMap((clock) => [
    `clock-escalated ${clock} anna delivered`,
    `clock-escalated ${clock} service-lead delivered`,
  ]);

  it('reach the owner and whom the escalation names, once, whatever is started again', async () => {
    await fixture.openCase('late', { serviceStandard: 'swift' }, agoMs(MINUTE - MARGIN_MS));
    await until(async () => (await told('late')).join() === ESCALATED.join(), 'everybody is told');
    await fixture.settled();
    const head = await headPosition(fixture.client);
    await fixture.stopAutomation();
    await fixture.dataSource.query(`UPDATE automation_position SET position = NULL WHERE name = 'notices'`);
    await start();
    await fixture.settled();
    expect(await headPosition(fixture.client)).toBe(head);
  });

  it('reach nobody for a case that was late before it was recorded', async () => {
    await fixture.openCase('history', { serviceStandard: 'swift' }, agoMs(30 * MINUTE));
    await fixture.openCase('after', { serviceStandard: 'swift' }, agoMs(MINUTE - MARGIN_MS));
    await until(async () => (await told('after')).join() === ESCALATED.join(), 'everybody is told of the other');
    const said = (await fixture.said('history')).filter(({ type }) => type === 'ClockEscalated');
    expect(said.length).toBeGreaterThan(0);
    expect(await told('history')).toEqual([]);
  });
});
