import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseWithoutEngine } from './compose.servers';

describe('the full profile without a container engine', () => {
  const missing = [
    { service: 'postgres', name: 'PostgreSQL', setting: 'DATABASE_URL', port: 5432 },
    { service: 'kafka', name: 'Kafka', setting: 'KAFKA_BROKERS', port: 9092 },
  ];

  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenure-docker-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('says what is missing where there is no docker', async () => {
    await expect(refuseWithoutEngine(missing, '/nowhere/docker')).rejects.toThrow(
      /^The full profile needs PostgreSQL at 127\.0\.0\.1:5432 and Kafka at 127\.0\.0\.1:9092; .*not on the PATH.*DATABASE_URL, KAFKA_BROKERS$/,
    );
  });

  it.each([
    ['no engine answers', 'exit 1'],
    ['docker has no compose', '[ "$1" = version ]'],
  ])('says what docker says where %s', async (_where, script) => {
    await expect(refuseWithoutEngine(missing, await dockerThat(script))).rejects.toThrow(
      /docker compose can't start it \(it says so\)\./,
    );
  });

  it('has nothing to say where compose can be run', async () => {
    await expect(refuseWithoutEngine(missing, await dockerThat('exit 0'))).resolves.toBeUndefined();
  });

  async function dockerThat(script: string): Promise<string> {
    const docker = join(folder, 'docker');
    await writeFile(docker, `#!/bin/sh\necho "it says so" >&2\necho "and more" >&2\n${script}\n`, { mode: 0o755 });
    return docker;
  }
});
