import * as fc from 'fast-check';
import { factsAt, foldBehaviour, noBehaviour, type BehaviourEvent } from '@tenure/behaviour-facts';
import { anyDocuments, END, interleaved } from '@tenure/behaviour-facts/testing';
import { CheckpointWaiter } from '@tenure/http';
import { recordAll } from '@tenure/kernel/testing';
import { ProjectionBehindError } from '@tenure/projections';
import { foldPlainly, useProjections } from '@tenure/projections/testing';
import { behaviourMigrations, behaviourProjections } from './behaviour.projections';
import { CustomerBehaviourEntry } from './customer-behaviour.entity';
import { ProjectedCustomerFacts } from './projected-customer-facts.reader';
import { ProjectedCustomerPages } from './projected-customer.pages';

const SEED = 20_240_501;
const CUSTOMERS = 30;
const of = (customerId: string) => (event: BehaviourEvent) =>
  Object.assign({}, event, { data: Object.assign({}, event.data, { customerId }) });

/** The histories of some customers, one event of this and then one of that. */
function histories(): BehaviourEvent[] {
  const documents = fc
    .sample(anyDocuments, { numRuns: CUSTOMERS, seed: SEED })
    .flatMap((ofOne, customer) => ofOne.map((events) => events.map(of(`k-${customer}`))));
  const [chance = [][Symbol.iterator]()] = fc.sample(fc.infiniteStream(fc.nat()), { numRuns: 1, seed: SEED });
  return [...interleaved(documents, chance)];
}

const byCustomer = (rows: readonly object[]): Readonly<Record<string, object>> =>
  Object.fromEntries(rows.map((row) => [String(Reflect.get(row, 'customerId')), { ...row }]));

describe('the read model of behaviour', () => {
  const database = useProjections({ bindings: behaviourProjections, migrations: behaviourMigrations });

  it('is the fold of each customer, however the customers and batches fall, and tells the facts of it', async () => {
    const events = histories();
    const recorded = recordAll(events);
    const { dataSource } = database;
    const facts = new ProjectedCustomerFacts({
      dataSource,
      waiter: new CheckpointWaiter(dataSource),
      waitLimitMs: 60_000,
    });
    const customerIds = Array.from({ length: CUSTOMERS }, (_, customer) => `k-${customer}`);
    const at = new Date(END).toISOString();
    const asked = facts.factsAt([...customerIds, 'nobody'], at, BigInt(events.length - 1));
    await database.project(recorded, 37);
    const known = await asked;

    const [rows = []] = behaviourProjections.map((binding) => [...foldPlainly(binding, recorded).values()]);
    const stored = await dataSource.manager.find(CustomerBehaviourEntry);
    expect(stored.length).toBeGreaterThan(CUSTOMERS / 2);
    expect(byCustomer(stored)).toEqual(byCustomer(rows));
    for (const customerId of customerIds) {
      const own = events.filter(({ data }) => data.customerId === customerId);
      const expected = own.length === 0 ? undefined : factsAt(own.reduce(foldBehaviour, noBehaviour), at);
      expect(known.get(customerId)).toEqual(expected);
    }
    expect(known.has('nobody')).toBe(false);
  });

  it('is gone through page by page, with the same facts', async () => {
    const { dataSource } = database;
    const pages = new ProjectedCustomerPages(dataSource);
    const at = new Date(END).toISOString();
    const [first, second] = [await pages.after(undefined, 7, at), await pages.after(undefined, 1_000, at)];
    const following = await pages.after(first.at(-1)?.customerId, 1_000, at);
    expect([first.length, ...first, ...following]).toEqual([7, ...second]);
    const reader = new ProjectedCustomerFacts({ dataSource, waiter: new CheckpointWaiter(dataSource), waitLimitMs: 0 });
    const ids = second.map(({ customerId }) => customerId);
    expect(Object.fromEntries(await reader.factsAt(ids, at, undefined))).toEqual(
      Object.fromEntries(second.map(({ customerId, facts }) => [customerId, facts])),
    );
    expect(await dataSource.manager.count(CustomerBehaviourEntry)).toBe(second.length);
  });

  it('is not asked before it is there', async () => {
    const { dataSource } = database;
    const facts = new ProjectedCustomerFacts({ dataSource, waiter: new CheckpointWaiter(dataSource), waitLimitMs: 50 });
    await expect(facts.factsAt(['k-1'], '2024-05-01T00:00:00Z', 10n ** 9n)).rejects.toThrow(ProjectionBehindError);
  });
});
