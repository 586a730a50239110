import type { Config } from '@tenure/config';
import type { Platform } from './platform';
import { readSampleState, writeSampleState } from './sample.marker';
import type { StartReport } from './start.report';

export interface SampleLoad {
  readonly config: Config;
  readonly platform: Platform;
  readonly report: StartReport;
  /** Ends the load; the next start goes on with it. */
  readonly signal: AbortSignal;
}

/** Loads the sample into an empty platform, and goes on with a load that was interrupted. */
export async function loadSampleOnce({ config, platform, report }: SampleLoad): Promise<void> {
  if (config.sample === 'none') return;
  const state = await readSampleState(platform.dataDir);
  if (state === 'loaded') return;
  report.sampleBegins(state === 'loading');
  await writeSampleState(platform.dataDir, 'loading');
}
