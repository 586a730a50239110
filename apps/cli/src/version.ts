import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly version: string;
}

const manifest: Manifest = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as Manifest;

export const VERSION = manifest.version;
