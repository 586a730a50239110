import { failAt } from '../problem.error';
import type { RequestHeaders } from '../request.context';
import type { Attributes } from './cloud-event';

const PREFIX = 'ce-';

/** An event in binary mode, whose attributes stand in headers and whose data is the body, in the form of the JSON format. */
export function attributesFromHeaders(headers: RequestHeaders, body: unknown): Attributes {
  const attributes: Record<string, unknown> = { data: body, datacontenttype: headers['content-type'] };
  for (const [header, value] of Object.entries(headers)) {
    if (header.startsWith(PREFIX)) attributes[header.slice(PREFIX.length)] = decoded(header, value);
  }
  return attributes;
}

export const isBinaryMode = (headers: RequestHeaders): boolean => headers[`${PREFIX}specversion`] !== undefined;

/** HTTP Protocol Binding 1.0.2, 3.1.3.2: percent-encoded UTF-8, in quotes where the sender likes. */
function decoded(header: string, value: RequestHeaders[string]): string {
  if (typeof value !== 'string') throw failAt('invalid-cloud-event', header, `${header} must be given once`);
  const text = /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw failAt('invalid-cloud-event', header, `${header} is not percent-encoded UTF-8`, { cause });
  }
}
