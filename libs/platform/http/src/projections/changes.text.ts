import { rowJson, within, type ChangedRow, type ChangeMessage } from '@tenure/projections';

/** How long a browser waits before it comes back. */
const RETRY_MS = 2_000;

/**
 * Changes as server-sent events. Only the last row of several that belong together has an id: whoever comes back with
 * one has all that came before it. What comes without rows waits for the next heartbeat.
 */
export async function* changesText(
  messages: AsyncIterator<ChangeMessage>,
  heartbeatMs: number,
): AsyncGenerator<string> {
  let cursor: string | undefined;
  yield `retry: ${RETRY_MS}\n\n`;
  for (let next = messages.next(); ;) {
    const news = await within(next, heartbeatMs);
    if (news?.done) return;
    if (news === undefined) {
      yield `: heartbeat\n${idLine(cursor)}\n`;
      continue;
    }
    if (news.value.kind !== 'reset') cursor = news.value.cursor;
    const text = encode(news.value);
    if (text !== '') yield text;
    next = messages.next();
  }
}

function encode(message: ChangeMessage): string {
  switch (message.kind) {
    case 'reset':
      // An empty id has the client forget the one that it had.
      return event('reset', 'id:\n', { version: message.version, position: message.position });
    case 'rows':
      return message.rows.map((row, index) => encodeRow(row, message, index === message.rows.length - 1)).join('');
    case 'caught-up':
      return event('caught-up', idLine(message.cursor), { position: message.position });
  }
}

const encodeRow = (
  { key, row }: ChangedRow,
  { position, cursor }: Pick<ChangeMessage & { kind: 'rows' }, 'position' | 'cursor'>,
  isLast: boolean,
): string => event('row', isLast ? idLine(cursor) : '', { position, key, row });

const event = (name: string, id: string, data: object): string => `event: ${name}\n${id}data: ${rowJson(data)}\n\n`;

const idLine = (cursor: string | undefined): string => (cursor === undefined ? '' : `id: ${cursor}\n`);
