export interface KafkaAddress {
  readonly dataFolder: string;
  /** On the loopback interface. */
  readonly port: number;
  readonly controllerPort: number;
}

/** Those that hold wherever the broker listens. Small on purpose: it shares a laptop with the rest of the platform. */
const SETTINGS: Readonly<Record<string, string>> = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  'listener.security.protocol.map': 'CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'inter.broker.listener.name': 'CLIENTS',
  'controller.listener.names': 'CONTROLLER',
  // One node can't replicate; and it answers sooner where it has few partitions of its own to load.
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '4',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  // A misspelt topic must fail, not appear.
  'auto.create.topics.enable': 'false',
  // After a kill the controller keeps the broker out for as long as the session of the killed one lasts.
  'broker.session.timeout.ms': '2000',
  'broker.heartbeat.interval.ms': '400',
  'num.network.threads': '2',
  'num.io.threads': '4',
  'log.cleaner.dedupe.buffer.size': '16777216',
};

/** The broker's properties file. Its only voter is named outright, so its port may be another one at each start. */
export function kafkaProperties({ dataFolder, port, controllerPort }: KafkaAddress): string {
  const settings = {
    ...SETTINGS,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `CLIENTS://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `CLIENTS://127.0.0.1:${port}`,
    'log.dirs': dataFolder,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${escaped(value)}\n`)
    .join('');
}

/** In a properties file the backslash escapes. */
const escaped = (value: string): string => value.replaceAll('\\', '\\\\');
