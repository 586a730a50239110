import { join } from 'node:path';
import type { KafkaJars } from './kafka.jars';

const LOGGING = join(__dirname, '../../../../infra/kafka/log4j2.properties');

/** Of the Java machine: small and quick to start, for it serves one laptop. */
export const kafkaArguments = ({ classpath }: KafkaJars, mainClass: string): string[] => [
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  `-Dlog4j2.configurationFile=${LOGGING}`,
  '-cp',
  classpath,
  mainClass,
];
