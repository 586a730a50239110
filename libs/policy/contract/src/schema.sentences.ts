import type { ErrorObject } from 'ajv';

/** What is wrong, where: `content.targets[3].withinMinutes must be >= 1`. */
export function sentenceOf({ instancePath, keyword, params, message }: ErrorObject): string {
  const place = `content${placeOf(instancePath)}`;
  switch (keyword) {
    case 'additionalProperties':
      return `${place}.${said(params, 'additionalProperty').slice(0, 100)} is not a field here`;
    case 'required':
      return `${place}.${said(params, 'missingProperty')} is missing`;
    case 'enum':
      return `${place} must be one of ${said(params, 'allowedValues').replaceAll(',', ', ')}`;
    case 'const':
      return `${place} must be ${said(params, 'allowedValue')}`;
    case 'minProperties':
      return `${place} must have at least ${said(params, 'limit')} members`;
    case 'format':
      return `${place} must be ${FORMATS[said(params, 'format')] ?? said(params, 'format')}`;
  }
  return `${place} ${message ?? 'is not valid'}`;
}

const FORMATS: Readonly<Record<string, string>> = {
  id: '1 to 128 letters, digits or . _ : @ - and start with a letter or digit',
  currency: 'a currency of ISO 4217, such as CNY',
  day: 'a calendar day between 1900 and 2200, such as 2024-05-01',
  email: 'an e-mail address',
  'notify-whom': 'owner or person: and the id of a person',
  'secret-name': 'the name of a secret in the settings, not the secret: 1 to 128 letters, digits or . _ : @ -',
  'tier-name': '1 to 50 letters, digits or . _ - and start with a letter or digit',
  'time-of-day': 'a time of day such as 09:00, or 24:00',
  'web-address': 'an address that begins with http:// or https://',
  'time-zone': 'a time zone of the IANA list, such as Asia/Shanghai',
};

const said = (params: ErrorObject['params'], name: string): string => String(Reflect.get(params, name));

/** `/targets/3/when` is `.targets[3].when`. */
const placeOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
