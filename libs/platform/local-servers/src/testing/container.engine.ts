import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Undefined where no container engine answers. The library takes a second to load, so it is loaded where it is of use. */
export async function containersIfAny() {
  if (!mayHaveEngine()) return undefined;
  const containers = await import('testcontainers');
  return containers.getContainerRuntimeClient().then(
    () => containers,
    () => undefined,
  );
}

/** Whether there is anything that an engine would answer at; asks nobody. The places are those that the library tries. */
export const mayHaveEngine = ({ DOCKER_HOST, TESTCONTAINERS_HOST_OVERRIDE, XDG_RUNTIME_DIR } = process.env): boolean =>
  Boolean(DOCKER_HOST ?? TESTCONTAINERS_HOST_OVERRIDE) ||
  [
    '/var/run/docker.sock',
    join(XDG_RUNTIME_DIR ?? '/run', 'docker.sock'),
    join(homedir(), '.testcontainers.properties'),
    join(homedir(), '.docker/run/docker.sock'),
    join(homedir(), '.docker/desktop/docker.sock'),
    join('/run/user', String(process.getuid?.() ?? 0), 'docker.sock'),
  ].some((path) => existsSync(path));
