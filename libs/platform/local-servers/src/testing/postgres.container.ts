import { containersIfAny } from './container.engine';

const IMAGE = 'postgres:18-alpine';
const PORT = 5432;

/** A PostgreSQL container; undefined where no container engine answers. */
export async function startPostgresContainer(): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  const containers = await containersIfAny();
  if (!containers) return undefined;
  const container = await new containers.GenericContainer(IMAGE)
    .withEnvironment({ POSTGRES_PASSWORD: 'test' })
    .withCommand(['postgres', '-c', 'fsync=off'])
    .withExposedPorts(PORT)
    // The image starts the server once to set itself up, and then again for good.
    .withWaitStrategy(containers.Wait.forLogMessage('database system is ready to accept connections', 2))
    .start();
  return {
    url: `postgres://postgres:test@${container.getHost()}:${container.getMappedPort(PORT)}/postgres`,
    stop: async () => void (await container.stop()),
  };
}
