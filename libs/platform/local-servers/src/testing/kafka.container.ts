import { findFreePort } from '../free-port';
import { containersIfAny } from './container.engine';

const IMAGE = 'apache/kafka:4.1.2';
const PORT = 9092;

/** A Kafka container; undefined where no container engine answers. */
export async function startKafkaContainer(): Promise<{ brokers: string[]; stop(): Promise<void> } | undefined> {
  const containers = await containersIfAny();
  if (!containers) return undefined;
  // A broker tells its clients where it is, so it has to know the port that leads to it.
  const port = await findFreePort();
  const container = await new containers.GenericContainer(IMAGE)
    .withEnvironment(environment(port))
    .withExposedPorts({ container: PORT, host: port })
    .withWaitStrategy(containers.Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { brokers: [`${container.getHost()}:${port}`], stop: async () => void (await container.stop()) };
}

const environment = (port: number): Record<string, string> => ({
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_LISTENERS: `CLIENTS://:${PORT},CONTROLLER://:9093`,
  KAFKA_ADVERTISED_LISTENERS: `CLIENTS://127.0.0.1:${port}`,
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_INTER_BROKER_LISTENER_NAME: 'CLIENTS',
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
});
