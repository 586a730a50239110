import * as fc from 'fast-check';
import { Column, type DataSource, Entity, PrimaryColumn } from 'typeorm';
import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { asBigint, asInstant, asSafeInteger } from './column.transformers';
import { CopyBuffer } from './copy.buffer';
import { copyChunks, copyRows } from './copy.rows';
import { storableText } from './copy.text';
import { withConnection } from './postgres.connection';
import { createDataSource } from './postgres.data-source';
import { describeTable } from './table.shape';
import { selectRows, upsertRows } from './upsert.rows';

@Entity('sample "row"')
class SampleRow {
  @PrimaryColumn('text') id!: string;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'log_position', type: 'bigint', transformer: asBigint }) position!: bigint;
  @Column({ name: 'amount', type: 'bigint', transformer: asSafeInteger }) amountMinor!: number;
  @Column({ name: 'at', type: 'timestamptz', transformer: asInstant, nullable: true }) at!: string | null;
  @Column('text', { array: true }) tags!: string[];
  @Column('jsonb', { nullable: true }) details!: unknown;
  @Column('boolean') open!: boolean;
  @Column('double precision') score!: number;
}

const CREATE = `CREATE TABLE "sample ""row""" (id text PRIMARY KEY, note text, log_position bigint NOT NULL, amount bigint NOT NULL,
  at timestamptz, tags text[] NOT NULL, details jsonb, open boolean NOT NULL, score double precision NOT NULL)`;

/** Any UTF-16, halves of surrogate pairs and U+0000 included, and much of what COPY, arrays and JSON escape. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\\', '\t', '\n', '\r', '\0', '"', "'", '{', '}', ',', 'N', '.', 'u', '0', '\ud800', '投'),
  }),
  fc.constantFrom('\\N', '\\.', '', 'NULL', '\\u0000', '\\\\ud800'),
);
const isoInstant = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const row: fc.Arbitrary<SampleRow> = fc.record({
  id: text,
  note: fc.option(text),
  position: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  amountMinor: fc.maxSafeInteger(),
  at: fc.option(isoInstant),
  tags: fc.array(text),
  details: fc.oneof(fc.constant(null), fc.record({ subject: text, list: fc.array(fc.oneof(text, fc.integer())) })),
  open: fc.boolean(),
  score: fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => (Object.is(score, -0) ? 0 : score)),
});
const rowsOf = (maxLength: number) => fc.uniqueArray(row, { maxLength, selector: ({ id }) => storableText(id) });

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, storable(inner)]));
}

describe('bulk rows', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    dataSource = await createDataSource({ url: postgres.url, entities: [SampleRow], poolSize: 2 });
    await dataSource.query(CREATE);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
  });

  it('reads back what it copied, through TypeORM and through selectRows', async () => {
    const shape = describeTable(dataSource, SampleRow);
    await fc.assert(
      fc.asyncProperty(rowsOf(20), async (rows) => {
        await dataSource.query(`TRUNCATE ${shape.table}`);
        await withConnection(dataSource, async (client) => {
          await copyRows(client, shape, rows);
          const expected = new Map(rows.map((sample) => [storableText(sample.id), storable(sample)]));
          const selected = await selectRows(client, shape, [rows.map(({ id }) => storableText(id))]);
          expect(new Map(selected.map((sample) => [sample.id, sample]))).toEqual(expected);
          const found = await dataSource.getRepository(SampleRow).find();
          expect(new Map(found.map((sample) => [sample.id, { ...sample }]))).toEqual(expected);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('inserts and replaces by key', async () => {
    const shape = describeTable(dataSource, SampleRow);
    await fc.assert(
      fc.asyncProperty(rowsOf(15), rowsOf(15), async (first, second) => {
        await dataSource.query(`TRUNCATE ${shape.table}`);
        await withConnection(dataSource, async (client) => {
          await copyRows(client, shape, first);
          await client.query('BEGIN');
          await upsertRows(client, shape, second);
          await client.query('COMMIT');
        });
        const expected = new Map([...first, ...second].map((sample) => [storableText(sample.id), storable(sample)]));
        const found = await dataSource.getRepository(SampleRow).find();
        expect(new Map(found.map((sample) => [sample.id, { ...sample }]))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('copies from a buffer, whatever the size of rows and chunks', async () => {
    const shape = describeTable(dataSource, SampleRow);
    await fc.assert(
      fc.asyncProperty(rowsOf(20), fc.constantFrom(0, 1_000, 300_000), async (rows, padding) => {
        await dataSource.query(`TRUNCATE ${shape.table}`);
        const padded = rows.map((sample) => ({ ...sample, note: `${sample.note ?? ''}${'投'.repeat(padding)}` }));
        const buffer = new CopyBuffer(shape);
        for (const sample of padded) buffer.add(sample);
        await withConnection(dataSource, (client) => copyChunks(client, shape, buffer.finish()));
        const found = await dataSource.getRepository(SampleRow).find();
        const expected = new Map(padded.map((sample) => [storableText(sample.id), storable(sample)]));
        expect(new Map(found.map((sample) => [sample.id, { ...sample }]))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('writes all rows or none', async () => {
    const shape = describeTable(dataSource, SampleRow);
    await dataSource.query(`TRUNCATE ${shape.table}`);
    const sample: SampleRow = {
      id: 'a',
      note: null,
      position: 1n,
      amountMinor: 2,
      at: null,
      tags: [],
      details: null,
      open: true,
      score: 1,
    };
    const twice = withConnection(dataSource, (client) => copyRows(client, shape, [sample, sample]));
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await dataSource.getRepository(SampleRow).count()).toBe(0);
  });
});
