import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseCursor, UnknownProjectionError, type ChangeCursor } from '@tenure/projections';
import type { FastifyReply } from 'fastify';
import { fail, failAt } from '../problem.error';
import { QueryPipe } from '../query.pipe';
import { ApiChanges, ChangesQuery, EVENT_STREAM } from './changes.document';
import { ChangeStreams, type ChangeStream } from './changes.streams';

@ApiTags('projections')
@Controller('projections')
export class ChangesController {
  constructor(@Inject(ChangeStreams) private readonly streams: ChangeStreams) {}

  @Get(':name/changes')
  @ApiChanges()
  async follow(
    @Param('name') name: string,
    @Query(QueryPipe) { after }: ChangesQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cursor = lastEventId ? cursorOf('Last-Event-ID', lastEventId) : cursorOf('after', after);
    const stream = await this.#open(name, cursor);
    reply.raw.once('close', () => stream.close());
    await reply.type(EVENT_STREAM).headers(HEADERS).send(stream.text);
  }

  async #open(name: string, after: ChangeCursor | undefined): Promise<ChangeStream> {
    try {
      return await this.streams.open(name, after);
    } catch (error) {
      if (error instanceof UnknownProjectionError) throw fail('not-found', error.message, {}, { cause: error });
      throw error;
    }
  }
}

const HEADERS = {
  'cache-control': 'no-store',
  // Nothing on the way may keep events back to send more of them at once.
  'x-accel-buffering': 'no',
  // A connection that could be used again would hold up the end of the service.
  connection: 'close',
};

function cursorOf(name: string, text: string | undefined): ChangeCursor | undefined {
  if (text === undefined) return undefined;
  const cursor = parseCursor(text);
  if (cursor) return cursor;
  throw failAt('invalid-parameter', name, `${name} must be the id of an event of this feed, such as 10432.2`);
}
