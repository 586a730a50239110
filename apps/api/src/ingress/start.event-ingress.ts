import type { EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication } from '@tenure/composition';
import { CloudEventIngest, CommandWriter, SystemClock, type Clock } from '@tenure/http';
import { connectKafka, startIngress, type IngressOptions, type RunningIngress } from '@tenure/kafka';
import type { Logger } from 'pino';
import { apiRejectionStatuses } from '../api.domains';
import { carryOutCloudEvents } from './cloud-event.carrying';

export interface EventIngressOptions extends Pick<IngressOptions, 'topic' | 'deadLetters' | 'group' | 'maxInFlight'> {
  /** Stays the caller's, who closes it after the ingress. */
  readonly client: EventStoreDBClient;
  /** `host:port` of some of Kafka's brokers. */
  readonly brokers: readonly string[];
  readonly log: Logger;
  readonly clock?: Clock;
}

/** Takes CloudEvents from Kafka's ingress topic as `POST /events` takes them. Any number of processes share the work. */
export async function startEventIngress(options: EventIngressOptions): Promise<RunningIngress> {
  const { client, brokers, log, clock = new SystemClock(), ...topics } = options;
  const application = await commandApplication(client, () => clock.now());
  const { catalogue, sender } = application;
  const writer = new CommandWriter(catalogue, sender, client, clock);
  const ingress = startIngress({
    ...topics,
    kafka: connectKafka({ brokers, clientId: 'tenure-ingress', log }),
    carryOut: carryOutCloudEvents(new CloudEventIngest(catalogue, writer, { statuses: apiRejectionStatuses })),
    onFailure: (error) => log.error({ err: error }, 'the ingress waits, and tries again'),
    onRefusal: ({ topic, partition, offset }, { code, detail }) =>
      log.warn({ topic, partition, offset: `${offset}`, code, detail }, 'refused a record: see the dead-letter topic'),
  });
  return {
    status: () => ingress.status(),
    close: async () => {
      await ingress.close();
      await application.close();
    },
  };
}
