import * as fc from 'fast-check';
import type { ProjectionEngine } from './projection.engine';
import { listParked, type ParkedSequence, requestRetry, requestSkip } from './parking.requests';
import { UnknownParkedError } from './projection.errors';
import { ArrayFeed } from './testing/array.feed';
import { openEngineFixture, untilStatus } from './testing/engine.fixture';
import { ofCustomers, type Poison, poisonedBindings } from './testing/poisoned.projections';
import { expectFold } from './testing/sample.database';
import { record } from './testing/sample.log';
import type { SampleEvent, SampleRecorded } from './testing/sample.projections';

const EVENTS = 60;

/** Rows of one customer each: what several share follows the order of folding, not that of the log. */
const events: fc.Arbitrary<SampleEvent[]> = fc.array(
  fc.record({
    type: fc.constant('AmountPaid' as const),
    data: fc.record({
      account: fc.integer({ min: 0, max: 5 }).map((number) => `account ${number}`),
      amountMinor: fc.integer({ min: 1, max: 1_000 }),
    }),
  }),
  { minLength: 10, maxLength: EVENTS },
);
const positions = fc.uniqueArray(
  fc.integer({ min: 1, max: EVENTS }).map((number) => BigInt(number) * 10n),
  { maxLength: 8 },
);
const poison = fc
  .tuple(positions, fc.array(fc.constantFrom('fold' as const, 'keys' as const), { minLength: 8, maxLength: 8 }))
  .map(([at, places]): Poison => new Map(at.map((position, index) => [position, places[index] ?? 'fold'])));

type Act = 'append' | 'crash' | 'take over' | 'mend' | 'retry' | 'skip';
const acts = fc.array(fc.constantFrom<Act>('append', 'append', 'crash', 'take over', 'mend', 'retry', 'skip'), {
  maxLength: 12,
});

describe('Parking', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;

  beforeAll(async () => {
    fixture = await openEngineFixture();
  });
  afterEach(() => fixture.stopEngines());
  afterAll(() => fixture.stop());

  it('ends with the plain fold of all that was not skipped, whatever happens on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        events,
        fc.tuple(poison, poison),
        positions,
        acts,
        fc.record({ batchSize: fc.integer({ min: 1, max: 20 }), repeating: fc.boolean() }),
        fc.record({ maxBatchEvents: fc.integer({ min: 1, max: 30 }), cacheRows: fc.integer({ min: 1, max: 6 }) }),
        async (given, poisons, unreadable, todo, feedOptions, engineOptions) => {
          const story = new Story(ofCustomers(record(given)), poisons, new Set(unreadable), feedOptions, engineOptions);
          try {
            for (const act of todo) await story.carryOut(act);
            await story.end();
          } finally {
            await fixture.stopEngines();
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  /** One log, and what becomes of the engines that fold it. */
  class Story {
    private readonly feed: ArrayFeed;
    private engine: ProjectionEngine;
    private appended = 0;

    constructor(
      private readonly log: readonly SampleRecorded[],
      private readonly poisons: readonly Poison[],
      private readonly unreadable: Set<bigint>,
      feedOptions: { batchSize: number; repeating: boolean },
      private readonly engineOptions: { maxBatchEvents: number; cacheRows: number },
    ) {
      const refuse = ({ position }: { position: bigint }) => (unreadable.has(position) ? 'unreadable' : undefined);
      this.feed = new ArrayFeed({ ...feedOptions, refuse });
      this.engine = this.startEngine();
    }

    async carryOut(act: Act): Promise<void> {
      const [parked] = await listParked(fixture.dataSource);
      switch (act) {
        case 'append':
          return this.append(15);
        case 'crash':
          await fixture.cutEngineOff();
          return;
        case 'take over':
          // The earlier one goes on, as a zombie does that has not noticed.
          this.engine = this.startEngine();
          return;
        case 'mend':
          for (const broken of [...this.poisons, this.unreadable])
            for (const at of [...broken.keys()].slice(0, 2)) broken.delete(at);
          return;
        case 'retry':
          if (parked) await requestRetry(fixture.dataSource, parked.projection, undefined, 'anna');
          return;
        case 'skip':
          if (parked) await this.skip(parked);
          return;
      }
    }

    async skip({ projection, sequence }: ParkedSequence): Promise<void> {
      try {
        await requestSkip(fixture.dataSource, projection, sequence, { by: 'anna', reason: 'so' });
      } catch (error) {
        // Released since it was listed.
        if (!(error instanceof UnknownParkedError)) throw error;
      }
    }

    async end(): Promise<void> {
      this.append(this.log.length);
      await fixture.reach(this.log);
      for (const broken of [...this.poisons, this.unreadable]) broken.clear();
      for (const { projection } of await listParked(fixture.dataSource)) {
        await requestRetry(fixture.dataSource, projection, undefined, 'anna');
      }
      await untilStatus(this.engine, (statuses) => statuses.every(({ parked }) => parked === 0));

      await expectFold(fixture.dataSource, await this.kept('account-balance'), await this.kept('account-entry'));
      expect(await fixture.dataSource.query('SELECT * FROM projection_parked_event')).toEqual([]);
    }

    private async kept(projection: string): Promise<SampleRecorded[]> {
      const skipped: { position: string }[] = await fixture.dataSource.query(
        'SELECT position FROM projection_skipped WHERE projection = $1',
        [projection],
      );
      return this.log.filter(({ position }) => !skipped.some((one) => BigInt(one.position) === position));
    }

    private append(count: number): void {
      this.feed.append(...this.log.slice(this.appended, this.appended + count));
      this.appended += count;
    }

    private startEngine(): ProjectionEngine {
      return fixture.start(this.feed, { ...this.engineOptions, bindings: poisonedBindings(this.poisons) });
    }
  }
});
