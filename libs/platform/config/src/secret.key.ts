import type { Setting } from './setting';

const LEAST_BYTES = 32;

/** A key, as base64; what stands in for it where there is none is said in `otherwise`. No message shows one. */
export function secretKey(
  name: string,
  { otherwise, description }: { readonly otherwise: string; readonly description: string },
): Setting<Uint8Array | undefined> {
  const form = `base64 of ${LEAST_BYTES} bytes or more, such as \`openssl rand -base64 ${LEAST_BYTES}\` makes`;
  return {
    name,
    fallback: undefined,
    fallbackText: otherwise,
    description,
    form,
    parse: keyOf,
    flaws: (text) => (keyOf(text) ? [] : [`must be ${form}`]),
  };
}

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

function keyOf(text: string): Uint8Array | undefined {
  const key = BASE64.test(text) ? Buffer.from(text, 'base64') : undefined;
  return key && key.length >= LEAST_BYTES ? new Uint8Array(key) : undefined;
}
