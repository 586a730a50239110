import { address, brokers, integer, oneOf, text } from './setting';
import { secretKey } from './secret.key';
import { webhookSecrets } from './webhook.secrets';

/** Every setting there is; the README's table lists the same. */
export const SETTINGS = {
  port: integer('PORT', 3000, { from: 0, to: 65_535, description: 'Port of the API; 0 takes any free one' }),
  host: text('TENURE_HOST', '127.0.0.1', {
    form: 'a host name or an IP address',
    pattern: /^[A-Za-z0-9.:_-]{1,255}$/,
    description: 'Address that the API listens on; the default is reachable from this machine alone',
  }),
  dataDir: text('TENURE_DATA_DIR', '.tenure', {
    form: 'the path of a folder',
    pattern: /^[^\0]+$/,
    description: 'Folder of the embedded servers’ data; relative to the working directory',
  }),
  profile: oneOf('TENURE_PROFILE', 'embedded', {
    choices: ['embedded', 'full'],
    description:
      'What stands in for servers that no setting names: embedded ones, or those of docker-compose.yml, started where they do not run, with Kafka as the feed',
  }),
  eventStoreUrl: address('EVENTSTORE_URL', {
    schemes: ['esdb', 'esdb+discover'],
    otherwise: 'embedded node',
    description: 'EventStoreDB to use in place of the embedded node',
  }),
  databaseUrl: address('DATABASE_URL', {
    schemes: ['postgresql', 'postgres'],
    otherwise: 'embedded PostgreSQL',
    description: 'PostgreSQL (15 or newer) to use in place of the embedded one',
  }),
  databaseConnections: integer('TENURE_DATABASE_CONNECTIONS', 8, {
    from: 2,
    to: 500,
    description: 'Most connections to PostgreSQL at a time, besides those of timers',
  }),
  feed: oneOf('TENURE_FEED', 'eventstore', {
    choices: ['eventstore', 'kafka'],
    description: 'What the projections are fed from: EventStoreDB itself, or Kafka, which the relay fills from it',
  }),
  kafkaBrokers: brokers('KAFKA_BROKERS', {
    otherwise: 'local broker',
    description: 'Kafka (3.9 or newer) to feed from in place of a local broker, which needs Java 17 and Maven',
  }),
  eventsTopic: text('TENURE_EVENTS_TOPIC', 'tenure.events', {
    form: 'the name of a topic',
    pattern: /^(?!\.\.?$)[A-Za-z0-9._-]{1,240}$/,
    description: 'Topic of Kafka that the relay fills; one for each event store',
  }),
  sample: oneOf('TENURE_SAMPLE', 'online-retail', {
    choices: ['online-retail', 'none'],
    description: 'What the first start loads: a year of a real shop with complaints beside it, or nothing',
  }),
  smtpUrl: address('TENURE_SMTP_URL', {
    schemes: ['smtp', 'smtps'],
    otherwise: '`.eml` files',
    description: 'Mail server that notices by e-mail go out by, with user and password where it wants them',
  }),
  mailFrom: text('TENURE_MAIL_FROM', 'tenure@localhost', {
    form: 'an e-mail address, or a name with one in angle brackets',
    pattern: /^([^<>"\\\p{Cc}]{0,200}<[^\s<>@]{1,64}@[^\s<>@]{1,255}>|[^\s<>@]{1,64}@[^\s<>@]{1,255})$/u,
    description: 'Whom notices by e-mail are from',
  }),
  mailFolder: text('TENURE_MAIL_FOLDER', 'mail', {
    form: 'the path of a folder',
    pattern: /^[^\0]+$/,
    description: 'Folder of the `.eml` files that e-mails become without a mail server; relative to the data folder',
  }),
  webhookSecrets: webhookSecrets('TENURE_WEBHOOK_SECRETS', {
    otherwise: 'none',
    description: 'Secrets that sign notices by webhook, as the policy of recipients names them',
  }),
  publicUrl: address('TENURE_PUBLIC_URL', {
    schemes: ['http', 'https'],
    otherwise: 'address of the API',
    description: 'Address by which customers reach the API: links that are written to them begin with it',
  }),
  linkKey: secretKey('TENURE_LINK_KEY', {
    otherwise: 'made at the first start, kept in the data folder',
    description: 'What makes links to customers impossible to guess; those that are out end with it',
  }),
  logLevel: oneOf('TENURE_LOG_LEVEL', 'warn', {
    choices: ['silent', 'error', 'warn', 'info', 'debug'],
    description: 'Least severe log lines that are written (JSON lines to standard error)',
  }),
  bodyLimitBytes: integer('TENURE_BODY_LIMIT_BYTES', 1_048_576, {
    from: 1024,
    to: 104_857_600,
    description: 'Largest request body that the API takes',
  }),
  rateLimitPerMinute: integer('TENURE_RATE_LIMIT_PER_MINUTE', 6_000, {
    from: 0,
    to: 10_000_000,
    description: 'Requests a minute that one client address may send; 0 sets no limit',
  }),
  waitForLimitMs: integer('TENURE_WAIT_FOR_LIMIT_MS', 10_000, {
    from: 0,
    to: 600_000,
    description: 'Longest that a read waits for a position (`waitFor`), in milliseconds',
  }),
  stalledAfterMs: integer('TENURE_STALLED_AFTER_MS', 60_000, {
    from: 100,
    to: 86_400_000,
    description:
      'How long a projection or the relay may be behind without moving before health turns red, in milliseconds',
  }),
  url: address('TENURE_URL', {
    schemes: ['http', 'https'],
    otherwise: 'found in the data folder',
    description: 'API that the command line asks, where it is not the one of the data folder',
  }),
};
