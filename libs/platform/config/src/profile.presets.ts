/** The servers of docker-compose.yml. */
export const FULL_PROFILE = {
  EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
  DATABASE_URL: 'postgres://tenure:tenure@127.0.0.1:5432/tenure',
  KAFKA_BROKERS: '127.0.0.1:9092',
  TENURE_FEED: 'kafka',
} as const;

/** What a profile sets where nothing else does. */
export const PRESETS: Readonly<Record<'embedded' | 'full', Readonly<Record<string, string>>>> = {
  embedded: {},
  full: FULL_PROFILE,
};
