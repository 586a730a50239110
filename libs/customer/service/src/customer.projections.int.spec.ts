import { day, history } from '@tenure/customer-core/testing';
import { recordAll } from '@tenure/kernel/testing';
import { foldPlainly, useProjections } from '@tenure/projections/testing';
import { CustomerDirectoryEntry } from './customer-directory.entity';
import { CustomerOverview } from './customer-overview.entity';
import { CustomerTimelineEntry } from './customer-timeline.entity';
import { customerMigrations, customerProjections } from './customer.projections';

describe('customer read models', () => {
  const database = useProjections({ bindings: customerProjections, migrations: customerMigrations });

  it('hold a history with every event type as the plain fold gives it', async () => {
    const events = recordAll(history, { customerId: 'k-1' });
    const { dataSource } = database;
    await database.project(events, 3);

    const [overview, timeline, directory] = customerProjections.map((binding) => [
      ...foldPlainly(binding, events).values(),
    ]);
    expect(await dataSource.manager.find(CustomerOverview)).toEqual(overview);
    expect(await dataSource.manager.find(CustomerTimelineEntry, { order: { position: 'ASC' } })).toEqual(timeline);
    expect(await dataSource.manager.find(CustomerDirectoryEntry)).toEqual(directory);
    expect(overview).toMatchObject([{ registeredAt: day(1), totalSpendMinor: 700 }]);
  });
});
