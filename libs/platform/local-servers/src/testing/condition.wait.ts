const LOOK_AGAIN_MS = 20;
const LIMIT_MS = 120_000;

/** What never came, or how to say it as it is when the wait ends. */
type Said = string | (() => string);

/** Resolves to what is found as soon as it is; rejects with `what` where it never is. */
export async function found<T>(
  find: () => Promise<T | undefined> | T | undefined,
  what: Said = 'what is looked for',
  withinMs = LIMIT_MS,
): Promise<T> {
  for (const end = Date.now() + withinMs; ;) {
    const value = await find();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${typeof what === 'string' ? what : what()}: it never became so`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** Resolves as soon as it is so; rejects with `what` where it never is. */
export async function until(isSo: () => boolean | Promise<boolean>, what?: Said, withinMs?: number): Promise<void> {
  await found(async () => ((await isSo()) ? true : undefined), what, withinMs);
}
