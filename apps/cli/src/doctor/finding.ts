/** What a check found. `skipped` says why it could not be made; it is nothing bad. */
export interface Finding {
  readonly check: string;
  readonly result: 'good' | 'bad' | 'skipped';
  readonly detail: string;
}

const CHECK_LIMIT_MS = 10_000;

/** A check resolves with what it found, or rejects with what is wrong. */
export async function examine(check: string, look: () => Promise<string>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_LIMIT_MS / 1000} s`)), CHECK_LIMIT_MS);
  });
  try {
    return { check, result: 'good', detail: await Promise.race([look(), tooLate]) };
  } catch (error) {
    return { check, result: 'bad', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

export const skip = (check: string, detail: string): Finding => ({ check, result: 'skipped', detail });
