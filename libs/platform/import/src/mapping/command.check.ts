/** Says in a sentence what is wrong with a command's content; undefined where nothing is. */
export type CommandCheck = (type: string, payload: object) => string | undefined;

/** For mappings that are only looked at, and for imports whose sink checks by itself. */
export const noCheck: CommandCheck = () => undefined;

/** The check that a module exports as `checkCommand`, loaded in the thread that asks for it. */
export async function loadCheck(path: string | undefined): Promise<CommandCheck> {
  if (path === undefined) return noCheck;
  const { checkCommand } = (await import(path)) as { readonly checkCommand?: unknown };
  if (typeof checkCommand !== 'function') throw new TypeError(`${path} exports no function checkCommand`);
  return checkCommand as CommandCheck;
}
