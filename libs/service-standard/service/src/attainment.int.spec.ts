import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, describeTable, runMigrations, upsertRows, withConnection } from '@tenure/postgres';
import {
  ATTAINMENT_DIMENSIONS,
  attainmentBy,
  pinnedBook,
  restatedClock,
  standardsBook,
  type AttainmentDimension,
} from '@tenure/service-standard-core';
import type { DataSource } from 'typeorm';
import { judgedAttainment } from './attainment.judged';
import { restatedAttainment } from './attainment.restated';
import { CaseClockEntry } from './case-clock.entity';
import { CreateCaseClock1700000001200 } from './case-clock.migration';
import { defaultBook, defaultPolicies, defaultPolicy, JUDGED_AT, judgedCases } from './testing/judged.cases';

describe('attainment', () => {
  const rows = judgedCases(900);
  let postgres: TestPostgres;
  let dataSource: DataSource;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    dataSource = await createDataSource({
      url: postgres.url,
      entities: [CaseClockEntry],
      migrations: [CreateCaseClock1700000001200],
    });
    await runMigrations(dataSource);
    await withConnection(dataSource, (client) => upsertRows(client, describeTable(dataSource, CaseClockEntry), rows));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
  });

  it('as judged is what a count of the clocks gives, by whatever it is asked', async () => {
    const asked: (readonly AttainmentDimension[])[] = [
      [],
      ...ATTAINMENT_DIMENSIONS.map((one) => [one]),
      ['tier', 'month'],
    ];
    for (const by of asked) expect(await judgedAttainment(dataSource, { by })).toEqual(attainmentBy(rows, by));
    const [all] = attainmentBy(rows, []);
    expect([all?.met, all?.breached].every((count) => (count ?? 0) > 300)).toBe(true);
  });

  it('counts what is asked for alone', async () => {
    const filter = { from: '2024-03', to: '2024-04', clock: 'first-response', tier: 'A', caseType: 'inquiry' } as const;
    const wanted = rows.filter(
      ({ decidedMonth, kind, tier, caseType }) =>
        (decidedMonth === '2024-03' || decidedMonth === '2024-04') &&
        [kind, tier, caseType].join() === 'first-response,A,inquiry',
    );
    const expected = attainmentBy(wanted, ['owner', 'month']);
    expect(expected.length).toBeGreaterThan(3);
    expect(await judgedAttainment(dataSource, { by: ['owner', 'month'], ...filter })).toEqual(expected);
    expect(await judgedAttainment(dataSource, { by: [], owner: 'nobody' })).toEqual([]);
  });

  it('restated is what judging each clock again gives, and the same where nothing else is in force today', async () => {
    const by = ['kind', 'tier', 'month'] as const;
    expect(await restatedAttainment(dataSource, { by }, defaultBook, JUDGED_AT)).toEqual(attainmentBy(rows, by));
    const stricter = {
      ...defaultPolicy('service-standard', (text) => text.replaceAll(/("withinMinutes": )\d+/g, '$190')),
    };
    const book = standardsBook([
      ...defaultPolicies,
      { ...stricter, version: 2, effectiveFrom: '2025-06-01T00:00:00Z' },
    ]);
    const under = { today: pinnedBook(book, JUDGED_AT), asOf: JUDGED_AT };
    const again = rows.flatMap((row) => restatedClock({ ...row, targetCount: row.targets.length }, under) ?? []);
    const restated = await restatedAttainment(dataSource, { by }, book, JUDGED_AT);
    expect(restated).toEqual(attainmentBy(again, by));
    expect(restated).not.toEqual(attainmentBy(rows, by));
    const month = { by, from: '2024-05', to: '2024-05', clock: 'resolution', tier: 'B' } as const;
    expect(await restatedAttainment(dataSource, month, book, JUDGED_AT)).toEqual(
      restated.filter(({ group }) => [group.kind, group.tier, group.month].join() === 'resolution,B,2024-05'),
    );
  });
});
