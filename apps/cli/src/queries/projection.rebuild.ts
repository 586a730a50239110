import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient } from '../api.client';
import { CliFailure } from '../cli-failure.error';
import type { Terminal } from '../terminal';
import { readProjections } from './projections.query';
import { RebuildMeter } from './rebuild.meter';

const POLL_MS = 200;

export interface Rebuilt {
  readonly name: string;
  readonly position: string;
  readonly seconds: number;
}

/** Has a projection rebuilt and waits for the end, showing how far it is. */
export async function rebuildProjection(
  api: ApiClient,
  name: string,
  resume: boolean,
  terminal: Terminal,
): Promise<Rebuilt> {
  const startedAtMs = performance.now();
  const meter = new RebuildMeter();
  await api.post(`/projections/${encodeURIComponent(name)}/rebuild?resume=${resume}`);
  for (;;) {
    const status = (await readProjections(api)).find((one) => one.name === name);
    if (!status) throw new CliFailure(`There is no projection ${name} any more`);
    if (!status.rebuild) {
      terminal.rewrite('');
      if (status.failure) throw new CliFailure(`${name} could not be rebuilt: ${status.failure.message}`);
      return { name, position: status.position ?? '–', seconds: (performance.now() - startedAtMs) / 1000 };
    }
    terminal.rewrite(`${name}: ${meter.text(status.rebuild, status.position, performance.now())}`);
    await delay(POLL_MS);
  }
}
