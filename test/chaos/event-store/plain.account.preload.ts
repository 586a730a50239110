/** Preloaded into the process of a node: permissions mean nothing to root, so it goes on as nobody. */
const NOBODY = 65_534;

if (process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
