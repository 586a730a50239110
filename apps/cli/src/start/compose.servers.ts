import { join } from 'node:path';
import { FULL_PROFILE, type Config } from '@tenure/config';
import { isPortTaken, runProgram } from '@tenure/local-servers';
import { CliFailure } from '../cli-failure.error';
import type { ResourceStack } from './resource.stack';

const COMPOSE_FILE = join(__dirname, '../../../../docker-compose.yml');

interface ComposeServer {
  /** Its name in docker-compose.yml. */
  readonly service: string;
  readonly name: string;
  readonly setting: string;
  /** On the loopback interface. */
  readonly port: number;
}

/** Starts those servers of docker-compose.yml that the settings lead to and that don't run; what it started, it stops. */
export async function startComposeServers(
  config: Config,
  opened: ResourceStack,
  onNotice: (line: string) => void,
): Promise<void> {
  const missing = await silentOnes(wantedServers(config));
  if (missing.length === 0) return;
  await refuseWithoutEngine(missing);
  onNotice(`Starting ${namesOf(missing)} by docker compose (the first time it fetches their images) …`);
  const services = missing.map(({ service }) => service);
  opened.push('docker compose', async () => void (await compose('stop', ...services)));
  await compose('up', '--detach', '--wait', ...services);
}

function wantedServers({ eventStoreUrl, databaseUrl, kafkaBrokers, feed }: Config): readonly ComposeServer[] {
  const wanted: ComposeServer[] = [];
  if (eventStoreUrl === FULL_PROFILE.EVENTSTORE_URL)
    wanted.push({ service: 'event-store', name: 'EventStoreDB', setting: 'EVENTSTORE_URL', port: 2113 });
  if (databaseUrl === FULL_PROFILE.DATABASE_URL)
    wanted.push({ service: 'postgres', name: 'PostgreSQL', setting: 'DATABASE_URL', port: 5432 });
  if (feed === 'kafka' && kafkaBrokers?.join() === FULL_PROFILE.KAFKA_BROKERS)
    wanted.push({ service: 'kafka', name: 'Kafka', setting: 'KAFKA_BROKERS', port: 9092 });
  return wanted;
}

async function silentOnes(servers: readonly ComposeServer[]): Promise<readonly ComposeServer[]> {
  const taken = await Promise.all(servers.map(({ port }) => isPortTaken(port)));
  return servers.filter((_server, index) => !taken[index]);
}

/** Rejects with one sentence that says what is missing and what would do instead. */
export async function refuseWithoutEngine(missing: readonly ComposeServer[], docker = 'docker'): Promise<void> {
  const obstacle =
    (await obstacleOf(docker, 'version', '--format', '{{.Server.Version}}')) ??
    (await obstacleOf(docker, 'compose', 'version'));
  if (obstacle === undefined) return;
  const settings = missing.map(({ setting }) => setting).join(', ');
  throw new CliFailure(
    `The full profile needs ${namesOf(missing)}; nothing listens there, and docker compose can't start it (${obstacle}). Start a container engine, or name servers with ${settings}`,
  );
}

/** What a program complains of first; undefined where it ends well. */
async function obstacleOf(program: string, ...args: readonly string[]): Promise<string | undefined> {
  const { exitCode, output } = await runProgram(program, args).catch((cause: unknown) => ({
    exitCode: null,
    output: String(cause).includes('ENOENT') ? 'docker is not on the PATH' : String(cause),
  }));
  return exitCode === 0 ? undefined : (output.trim().split('\n')[0] ?? '');
}

async function compose(...args: readonly string[]): Promise<void> {
  const { exitCode, output } = await runProgram('docker', ['compose', '--file', COMPOSE_FILE, ...args]);
  if (exitCode === 0) return;
  throw new CliFailure(`docker compose ${args[0]} failed: ${output.trim().split('\n').at(-1)}`);
}

const namesOf = (servers: readonly ComposeServer[]): string =>
  new Intl.ListFormat('en').format(servers.map(({ name, port }) => `${name} at 127.0.0.1:${port}`));
