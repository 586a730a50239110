import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mayHaveEngine } from './container.engine';

/** What may bring up a broker for tests. Nobody is asked, for tests get their names before they run. */
export interface KafkaMeans {
  /** Java and Maven are on the PATH. */
  readonly jars: boolean;
  /** That, or an address, or what looks like a container engine. */
  readonly any: boolean;
}

export function kafkaMeans(environment = process.env): KafkaMeans {
  const onPath = (program: string) => isOnPath(program, environment.PATH ?? '');
  const jars = onPath('java') && onPath('mvn');
  return { jars, any: jars || Boolean(environment.KAFKA_BROKERS) || mayHaveEngine(environment) };
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
