import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseWithoutEngine } from './compose.servers';

describe('the full profile without a container engine', () => {
  const missing = [
    { service: 'postgres', name: 'PostgreSQL', setting: 'DATABASE_URL', port: 5432 },
    { service: 'kafka', name: 'Kafka', setting: 'KAFKA_BROKERS', port: 9092 },
  ];

  it('says what is missing where there is no docker', async () => {
    await expect(refuseWithoutEngine(missing, '/nowhere/docker')).rejects.toThrow(
      /^The full profile needs PostgreSQL at 127\.0\.0\.1:5432 and Kafka at 127\.0\.0\.1:9092, .*not on the PATH.*DATABASE_URL, KAFKA_BROKERS$/,
    );
  });

  it('says what docker says', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tenure-docker-'));
    const docker = join(folder, 'docker');
    await writeFile(docker, '#!/bin/sh\necho "Cannot connect to the Docker daemon" >&2\nexit 1\n', { mode: 0o755 });
    await expect(refuseWithoutEngine(missing, docker)).rejects.toThrow(/Cannot connect to the Docker daemon/);
    await rm(folder, { recursive: true });
  });
});
