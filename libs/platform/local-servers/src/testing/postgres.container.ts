import { GenericContainer, Wait } from 'testcontainers';
import { engineAnswers } from './container.engine';

const IMAGE = 'postgres:18-alpine';
const PORT = 5432;

/** A PostgreSQL container; undefined where no container engine answers. */
export async function startPostgresContainer(): Promise<{ url: string; stop(): Promise<void> } | undefined> {
  if (!(await engineAnswers())) return undefined;
  const container = await new GenericContainer(IMAGE)
    .withEnvironment({ POSTGRES_PASSWORD: 'test' })
    .withCommand(['postgres', '-c', 'fsync=off'])
    .withExposedPorts(PORT)
    // The image starts the server once to set itself up, and then again for good.
    .withWaitStrategy(Wait.forLogMessage('database system is ready to accept connections', 2))
    .start();
  return {
    url: `postgres://postgres:test@${container.getHost()}:${container.getMappedPort(PORT)}/postgres`,
    stop: async () => void (await container.stop()),
  };
}
