import { parseJsonBody } from '@tenure/http';
import { messageOf, type IngressRecord } from '@tenure/kafka';

/** A record as the event that it holds, in the JSON format; nothing but the JSON is checked. Throws a ProblemError. */
export function cloudEventOf(record: IngressRecord): unknown {
  const message = messageOf(record);
  const json = parseJsonBody(record.value ?? Buffer.alloc(0), message.contentType);
  switch (message.mode) {
    case 'structured':
      return json;
    case 'binary':
      return { datacontenttype: message.contentType, ...message.attributes, data: json };
  }
}
