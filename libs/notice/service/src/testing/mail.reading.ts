/** A message of RFC 5322 with MIME parts, as far as the mails of the platform go. */
export interface ReadMail {
  readonly headers: ReadonlyMap<string, string>;
  /** By content type, such as `text/plain`. */
  readonly parts: ReadonlyMap<string, string>;
}

export function readMail(raw: string): ReadMail {
  const { headers, body } = splitMail(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1);
  return { headers, parts: new Map(parts.map((part) => readPart(part.replace(/^\r\n/, '')))) };
}

function splitMail(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const [name = '', ...value] = line.split(':');
      return [name.toLowerCase(), decodeWords(value.join(':').trim())] as const;
    }),
  );
  return { headers, body: raw.slice(end + 4) };
}

function readPart(part: string): [string, string] {
  const { headers, body } = splitMail(part);
  const type = headers.get('content-type')?.split(';')[0] ?? '';
  return [type, decodeBody(body, headers.get('content-transfer-encoding') ?? '7bit')];
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return decodeQuoted(body.replace(/=\r\n/g, ''));
  return body;
}

/** RFC 2047. */
const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_word, form: string, text: string) =>
      form.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodeQuoted(text.replaceAll('_', ' ')),
    );

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_octet, digits: string) => String.fromCharCode(parseInt(digits, 16))),
    'latin1',
  ).toString('utf8');
