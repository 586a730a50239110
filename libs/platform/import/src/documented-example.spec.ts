import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkMapping } from './mapping/mapping.loader';
import { createImportFixture, createMemorySink } from './testing/import-fixture';

const PAGE = readFileSync(join(__dirname, '../../../../docs/import.md'), 'utf8');

const codeBlock = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]+?)\`\`\``).exec(PAGE)?.[1] ?? '';

describe('the worked example of docs/import.md', () => {
  const fixture = createImportFixture();
  afterAll(() => fixture.remove());

  it('does what the page says', async () => {
    const { mapping } = checkMapping(codeBlock('json'));
    const sink = createMemorySink();
    const { rows } = await fixture.run(mapping ?? {}, { 'orders.csv': codeBlock('csv') }, { sink });
    expect(rows).toEqual({ read: 2, accepted: 2, known: 0, rejected: 0 });
    expect(sink.accepted.map(({ type, payload }) => ({ type, ...payload }))).toEqual([
      {
        type: 'RegisterCustomer',
        customerId: 'shop-anna',
        occurredAt: '2012-05-03T00:00:00+02:00',
        fieldSource: 'import',
      },
      {
        type: 'RecordPurchase',
        purchaseId: 'shop-17',
        customerId: 'shop-anna',
        occurredAt: '2012-05-03T00:00:00+02:00',
        lines: [
          { sku: 'Tea', quantity: 2, unitPrice: '1.1' },
          { sku: 'Cup', quantity: 1, unitPrice: '4' },
        ],
        total: { amountMinor: 620, currency: 'EUR' },
      },
    ]);
  });

  it('names every field of the schema', () => {
    const schema = readFileSync(join(__dirname, '../mapping.schema.json'), 'utf8');
    const fields = [...schema.matchAll(/"(\$?[a-zA-Z]+)": \{/g)].map(([, field]) => field ?? '');
    const structure = new Set([
      'properties',
      'definitions',
      'items',
      'then',
      'else',
      'if',
      'not',
      'propertyNames',
      'additionalProperties',
    ]);
    const parts = [
      '$schema',
      'source',
      'refusal',
      'emission',
      'scalar',
      'node',
      'operator',
      'hash',
      'choose',
      'conversion',
      'conversionFields',
      'column',
      'template',
      'sum',
      'condition',
    ];
    const untold = fields.filter((field) => !structure.has(field) && !parts.includes(field) && !PAGE.includes(field));
    expect(untold).toEqual([]);
  });
});
