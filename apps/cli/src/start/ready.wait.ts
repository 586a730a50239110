import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 25;
const LIMIT_MS = 20_000;

/** Resolves when the API says that everything behind it works; a platform that needs longer is of use meanwhile. */
export async function untilReady(apiUrl: string): Promise<void> {
  for (const deadline = performance.now() + LIMIT_MS; performance.now() < deadline; await delay(POLL_MS)) {
    const answer = await fetch(`${apiUrl}/health/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
  }
}
