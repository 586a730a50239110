const LOOK_AGAIN_MS = 20;
const LIMIT_MS = 120_000;

/** Resolves to what is found as soon as it is; rejects after half a minute. */
export async function found<T>(find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const value = await find();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error('it was not found in time');
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

export const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  await found(async () => ((await isSo()) ? true : undefined));
};
