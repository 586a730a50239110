import { Webhook } from 'standardwebhooks';
import type { Setting } from './setting';

/** What signs webhooks, by the names that policies call it by. */
export type WebhookSecrets = ReadonlyMap<string, string>;

/** `name=secret,…`. What is wrong is told by an entry's name or number: no message shows a secret. */
export function webhookSecrets(
  name: string,
  { otherwise, description }: { readonly otherwise: string; readonly description: string },
): Setting<WebhookSecrets> {
  return {
    name,
    fallback: new Map(),
    fallbackText: otherwise,
    description,
    form: 'name=secret, with commas between several; secrets are base64, also with whsec_ before',
    parse: (text) =>
      flawsOf(text).length === 0 ? new Map(entriesOf(text).map(({ key, secret }) => [key, secret])) : undefined,
    flaws: flawsOf,
  };
}

interface Entry {
  /** Empty where the entry is not of the form. */
  readonly key: string;
  readonly secret: string;
}

// A secret without a name may end in =, or begin as a name does: what could be one is not taken for a name, which is shown.
const ENTRY = /^(?!whsec_)([A-Za-z0-9][A-Za-z0-9._:@-]{0,127})=([^=].*)$/;

const entriesOf = (text: string): readonly Entry[] =>
  text.split(',').map((part) => {
    const [, key = '', secret = ''] = ENTRY.exec(part.trim()) ?? [];
    return { key, secret };
  });

function flawsOf(text: string): readonly string[] {
  const entries = entriesOf(text);
  return entries.flatMap(({ key, secret }, index) => {
    if (key === '') return [`entry ${index + 1} must be name=secret, with a name of letters, digits or . _ : @ -`];
    if (entries.findIndex((entry) => entry.key === key) < index) return [`${key} is there twice`];
    return signs(secret) ? [] : [`the secret named ${key} must be base64, with or without whsec_ before it`];
  });
}

function signs(secret: string): boolean {
  try {
    new Webhook(secret);
    return true;
  } catch {
    return false;
  }
}
