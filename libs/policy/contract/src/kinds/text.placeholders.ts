const PLACEHOLDER = /\{([^{}]*)\}/g;
const ABSENT = '–';

/** What stands in braces in a text of a policy, such as `daysSinceLastOrder` of `{daysSinceLastOrder}`: each once, sorted. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].sort();

/** In one pass, so that braces in a value are left as they are. What has no value shows as a dash. */
export const filledText = (text: string, valueOf: (name: string) => string | undefined): string =>
  text.replace(PLACEHOLDER, (_whole, name: string) => valueOf(name) ?? ABSENT);
