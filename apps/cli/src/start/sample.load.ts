import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '@tenure/config';
import { policyFile } from '@tenure/policy-service';
import { ApiClient } from '../api.client';
import { readProjections } from '../queries/projections.query';
import type { Platform } from './platform';
import { sampleFiles, type Sample } from './sample.files';
import { importSample } from './sample.import';
import { readSampleState, writeSampleState } from './sample.marker';
import type { StartReport } from './start.report';

export interface SampleLoad {
  readonly config: Config;
  readonly platform: Platform;
  readonly report: StartReport;
  /** Ends the load; the next start goes on with it. */
  readonly signal: AbortSignal;
}

const CATCH_UP_LIMIT_MS = 60_000;
const CATCH_UP_POLL_MS = 100;

/** Loads the sample into an empty platform, or goes on with a load that was interrupted. Never rejects. */
export async function loadSampleOnce({ config, platform, report, signal }: SampleLoad): Promise<void> {
  try {
    if (config.sample !== 'none') await loadUnlessLoaded(platform, report, signal);
    if (!signal.aborted) await suggest(platform, report);
  } catch (error) {
    if (!signal.aborted) report.sampleFailed(error instanceof Error ? error.message : String(error));
  }
}

async function loadUnlessLoaded(platform: Platform, report: StartReport, signal: AbortSignal): Promise<void> {
  const { dataDir, apiUrl, wasEmpty } = platform;
  const state = await readSampleState(dataDir);
  if (state === 'loaded' || (state === 'absent' && !wasEmpty)) return;
  const startedAtMs = performance.now();
  const api = new ApiClient(apiUrl);
  report.sampleBegins(state === 'loading');
  await writeSampleState(dataDir, 'loading');
  const samples = await sampleFiles();
  for (const sample of samples) await publishPolicies(sample, api);
  for (const sample of samples) await importSample(sample, dataDir, signal);
  await writeSampleState(dataDir, 'loaded');
  await untilCaughtUp(api, signal);
  report.sampleLoaded((performance.now() - startedAtMs) / 1000);
}

/** Sent under the same ids each time, a policy is published once. */
async function publishPolicies({ policies }: Sample, api: ApiClient): Promise<void> {
  for (const path of policies) {
    const { policyId, effectiveFrom, ...drafted } = policyFile(path, await readFile(path, 'utf8'));
    const step = { version: 1, by: 'tenure', occurredAt: effectiveFrom };
    const send = (action: string, body: object) =>
      api.post(`/policies/${policyId}/${action}`, JSON.stringify({ ...body, ...step }), {
        'idempotency-key': `sample:${policyId}:${action}`,
      });
    await send('drafts', drafted);
    await send('publish', { effectiveFrom });
  }
}

async function untilCaughtUp(api: ApiClient, signal: AbortSignal): Promise<void> {
  const deadlineMs = performance.now() + CATCH_UP_LIMIT_MS;
  while (performance.now() < deadlineMs && !signal.aborted) {
    if ((await readProjections(api)).every(({ lagEvents }) => lagEvents === 0)) return;
    await delay(CATCH_UP_POLL_MS);
  }
}

async function suggest({ apiUrl }: Platform, report: StartReport): Promise<void> {
  const { items } = await new ApiClient(apiUrl).get<Customers>('/customers', { limit: '1' });
  report.thingsToTry(apiUrl, items[0]?.customerId);
}

interface Customers {
  readonly items: readonly { readonly customerId: string }[];
}
