import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from './testing/condition.wait';
import { DAY_MS } from './testing/automation.fixture';
import { VoucherFixture } from './testing/voucher.fixture';

/** Compiled, as other processes run it. */
const PROGRAM = join(__dirname, '../dist/testing/automation.process.js');
const COUNT = 1_500;
const IDS = Array.from({ length: COUNT }, (_, index) => `v-${index}`);

describe('vouchers, when the automation is killed,', () => {
  let fixture: VoucherFixture;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    fixture = await VoucherFixture.open();
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await fixture.stop();
  });

  async function run(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [PROGRAM, fixture.eventStoreUrl, fixture.databaseUrl], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  const countOf = async (type: 'VoucherIssued' | 'VoucherExpired') => (await fixture.recorded(type)).length;
  const begun = (type: 'VoucherIssued' | 'VoucherExpired') =>
    until(async () => (await countOf(type)) > 0, `${type} for the first time`, 60_000);

  it('are issued once and expire once', async () => {
    const takenAt = new Date(Date.now() - 2 * DAY_MS).toISOString();
    const validUntil = new Date(Date.now() - DAY_MS).toISOString();
    await Promise.all(IDS.map((id) => fixture.promise(id, { takenAt, validUntil })));
    let child = await run();
    await begun('VoucherIssued');
    await kill(child);
    const issuedAtKill = await countOf('VoucherIssued');
    child = await run();
    await begun('VoucherExpired');
    await kill(child);
    const expiredAtKill = await countOf('VoucherExpired');
    await run();
    await until(async () => (await countOf('VoucherExpired')) >= COUNT, 'all have expired', 60_000);
    await until(async () => (await fixture.awaited()).length === 0, 'no end is awaited');
    for (const atKill of [issuedAtKill, expiredAtKill]) {
      expect(atKill).toBeGreaterThan(0);
      expect(atKill).toBeLessThan(COUNT);
    }
    const issued = await fixture.recorded('VoucherIssued');
    expect(new Set(issued.map(({ data }) => data.voucherId)).size).toBe(COUNT);
    expect(issued).toHaveLength(COUNT);
    const expired = await fixture.recorded('VoucherExpired');
    expect(new Set(expired.map(({ data }) => data.voucherId)).size).toBe(COUNT);
    expect(expired).toHaveLength(COUNT);
    const [[first], [last]] = [issued, expired];
    expect(first?.data).toMatchObject({ code: `CODE-${first?.data.voucherId ?? ''}`, issuedAt: takenAt });
    expect(last?.data).toMatchObject({ expiredAt: validUntil });
  }, 240_000);
});
