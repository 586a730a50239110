/** One setting of the platform, read from an environment variable of its name. */
export interface Setting<Value> {
  readonly name: string;
  readonly fallback: Value;
  /** The fallback as the README shows it. */
  readonly fallbackText: string;
  readonly description: string;
  /** What a right value looks like; completes "must be …". */
  readonly form: string;
  /** Undefined where the text is not of the form. */
  readonly parse: (text: string) => Value | undefined;
  /** What is wrong with a text that is not of the form, where what was given may not be shown. */
  readonly flaws?: (text: string) => readonly string[];
}

type Described = { readonly description: string };

export function integer(
  name: string,
  fallback: number,
  { from, to, description }: Described & { from: number; to: number },
): Setting<number> {
  const parse = (text: string) => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? value : undefined;
  };
  return { name, fallback, fallbackText: `${fallback}`, description, form: `a whole number ${from}–${to}`, parse };
}

export function oneOf<const Choice extends string>(
  name: string,
  fallback: Choice,
  { choices, description }: Described & { choices: readonly Choice[] },
): Setting<Choice> {
  const parse = (text: string) => choices.find((choice) => choice === text);
  return { name, fallback, fallbackText: fallback, description, form: `one of ${choices.join(', ')}`, parse };
}

export function text(
  name: string,
  fallback: string,
  { form, pattern, description }: Described & { form: string; pattern: RegExp },
): Setting<string> {
  const parse = (value: string) => (pattern.test(value) ? value : undefined);
  return { name, fallback, fallbackText: fallback, description, form, parse };
}

/** An address that has no default: what stands in for it is said in `otherwise`. */
export function address(
  name: string,
  { schemes, otherwise, description }: Described & { schemes: readonly string[]; otherwise: string },
): Setting<string | undefined> {
  const parse = (value: string) =>
    URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)) ? value : undefined;
  const form = `an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  return { name, fallback: undefined, fallbackText: otherwise, description, form, parse };
}

const BROKER = /^[A-Za-z0-9.-]{1,253}:\d{1,5}$/;

/** Addresses of Kafka brokers, which have no default: what stands in for them is said in `otherwise`. */
export function brokers(
  name: string,
  { otherwise, description }: Described & { otherwise: string },
): Setting<readonly string[] | undefined> {
  const parse = (value: string) => {
    const given = value.split(',').map((broker) => broker.trim());
    return given.every((broker) => BROKER.test(broker)) ? given : undefined;
  };
  const form = 'host:port of one broker or more, with commas between them';
  return { name, fallback: undefined, fallbackText: otherwise, description, form, parse };
}
