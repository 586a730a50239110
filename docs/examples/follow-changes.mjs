// Keeps a copy of a read model, and goes on where a connection ended.
//   node docs/examples/follow-changes.mjs http://127.0.0.1:3000 customer-overview
import { TextDecoderStream } from 'node:stream/web';

const [url = 'http://127.0.0.1:3000', projection = 'customer-overview'] = process.argv.slice(2);

const rows = new Map();
let lastId = '';

const on = {
  /** All that was told before is void: every row follows. */
  reset: () => rows.clear(),
  row: ({ key, row }) => rows.set(key, row),
  'caught-up': ({ position }) => console.log(`${rows.size} rows at position ${position}`),
};

/** The blocks of a server-sent stream, each as its fields. */
async function* blocksOf(body) {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop();
    for (const block of blocks) yield Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2)));
  }
}

for (;;) {
  try {
    const headers = lastId === '' ? {} : { 'last-event-id': lastId };
    const answer = await fetch(`${url}/projections/${projection}/changes`, { headers });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    for await (const { event, id, data } of blocksOf(answer.body)) {
      if (data !== undefined) on[event]?.(JSON.parse(data));
      // Taken over last: whoever breaks off before it is told the same again.
      if (id !== undefined) lastId = id;
    }
  } catch (error) {
    console.error(`${error.message}; trying again`);
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
