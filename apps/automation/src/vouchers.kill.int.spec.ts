import { until } from '@tenure/local-servers/testing';
import { DAY_MS } from './testing/automation.fixture';
import { useProgram } from './testing/killable.program';
import { VoucherFixture } from './testing/voucher.fixture';

const COUNT = 1_500;
const IDS = Array.from({ length: COUNT }, (_, index) => `v-${index}`);

describe('vouchers, when the automation is killed,', () => {
  const start = useProgram('automation');
  let fixture: VoucherFixture;

  beforeAll(async () => {
    fixture = await VoucherFixture.open();
  });
  afterAll(() => fixture.stop());

  const run = () => start(fixture.eventStoreUrl, fixture.databaseUrl);

  const countOf = async (type: 'VoucherIssued' | 'VoucherExpired') => (await fixture.recorded(type)).length;
  const begun = (type: 'VoucherIssued' | 'VoucherExpired') =>
    until(async () => (await countOf(type)) > 0, `${type} for the first time`, 120_000);

  it('are issued once and expire once', async () => {
    const takenAt = new Date(Date.now() - 2 * DAY_MS).toISOString();
    const validUntil = new Date(Date.now() - DAY_MS).toISOString();
    await Promise.all(IDS.map((id) => fixture.promise(id, { takenAt, validUntil })));
    let child = await run();
    await begun('VoucherIssued');
    await child.kill();
    const issuedAtKill = await countOf('VoucherIssued');
    child = await run();
    await begun('VoucherExpired');
    await child.kill();
    const expiredAtKill = await countOf('VoucherExpired');
    await run();
    await until(async () => (await countOf('VoucherExpired')) >= COUNT, 'all have expired', 120_000);
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
  }, 480_000);
});
