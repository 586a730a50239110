/** Resolves once it is so; `what` is said where it never is, as it is then. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string | (() => string),
  withinMs = 120_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${typeof what === 'string' ? what : what()}: it never became so`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
