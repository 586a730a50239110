import type { Health, HealthCheck } from './health.answer';

/** Something that requests need; `check` rejects with the reason where it is not there. */
export interface ReadinessCheck {
  readonly name: string;
  readonly check: () => Promise<void>;
}

/** How long one check may take before it counts as down. */
const LIMIT_MS = 3_000;

export class ReadinessChecks {
  constructor(private readonly checks: readonly ReadinessCheck[]) {}

  /** Runs all checks at once; never rejects. */
  async run(): Promise<Health> {
    const checks = await Promise.all(this.checks.map(run));
    return { status: checks.every(({ status }) => status === 'up') ? 'ready' : 'not-ready', checks };
  }
}

async function run({ name, check }: ReadinessCheck): Promise<HealthCheck> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LIMIT_MS} ms`)), LIMIT_MS);
  });
  try {
    await Promise.race([check(), tooLate]);
    return { name, status: 'up' };
  } catch (error) {
    return { name, status: 'down', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
