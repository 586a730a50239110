import type { Projection, Recorded } from '@tenure/kernel';
import { projected, recordAll } from '@tenure/kernel/testing';
import type { MetricQuestion, MetricValue } from '@tenure/metric-contract';
import { metricAnswer } from '../answer.projection';
import { metricCase } from '../case.projection';
import { metricCustomer } from '../customer.projection';
import { Mergers } from '../customer.standing';
import { Measuring, type Themed } from '../measuring';
import type { MetricEvent } from './metric.events';

/** The answers from the read models of these events. */
export function measured(
  events: readonly MetricEvent[],
  questions: readonly MetricQuestion[],
  themed: Themed = () => undefined,
): readonly MetricValue[] {
  const recorded = recordAll(events);
  const customers = rowsOf(metricCustomer, recorded);
  const tiersOf = (id: string) => customers.find(({ customerId }) => customerId === id)?.tiers ?? [];
  const measuring = new Measuring(
    questions,
    new Mergers(customers.filter(({ mergers }) => mergers.length > 0)),
    themed,
  );
  for (const facts of rowsOf(metricCase, recorded)) measuring.seeCase(facts, tiersOf(facts.customerId));
  for (const facts of rowsOf(metricAnswer, recorded)) measuring.seeAnswer(facts, tiersOf(facts.customerId));
  for (const facts of customers) measuring.seeCustomer(facts);
  return measuring.values();
}

const rowsOf = <Row extends object, Event extends MetricEvent>(
  projection: Projection<Row, Event>,
  events: readonly Recorded<MetricEvent>[],
): readonly Row[] => projected(projection, handled(events, projection.handles));

const handled = <Event extends MetricEvent>(
  events: readonly Recorded<MetricEvent>[],
  handles: Projection<object, Event>['handles'],
): readonly Recorded<Event>[] =>
  events.filter(
    (event): event is Recorded<MetricEvent> & Recorded<Event> =>
      handles === 'all' || handles.some((type) => type === event.type),
  );
