import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What may bring a broker to the tests; undefined where nothing does. Sure for brokers, likely for the others. */
export type KafkaMeans = 'brokers' | 'engine' | 'jars' | undefined;

export const WHAT_KAFKA_NEEDS = 'needs Java and Maven, a container engine, or KAFKA_BROKERS';

/** Without asking anybody, for tests are named before they run. */
export function kafkaMeans(environment = process.env): KafkaMeans {
  if (environment.KAFKA_BROKERS) return 'brokers';
  const onPath = (program: string) => isOnPath(program, environment.PATH ?? '');
  if (onPath('java') && onPath('mvn')) return 'jars';
  const sockets = ['/var/run/docker.sock', join(homedir(), '.docker/run/docker.sock')];
  return environment.DOCKER_HOST || sockets.some((path) => existsSync(path)) ? 'engine' : undefined;
}

const isOnPath = (program: string, path: string): boolean =>
  path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
