/** A member of whatever was thrown. By shape, not by class: errors of Node's own come from another realm in a sandbox. */
export const fieldOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
