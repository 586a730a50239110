import { Body, Controller, Headers, Inject, Post, Res, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { fail, failAt } from '../problem.error';
import type { RequestHeaders } from '../request.context';
import type { WriteAnswer } from '../write.answer';
import { WriteInterceptor } from '../write.interceptor';
import { attributesFromHeaders, isBinaryMode } from './cloud-event.headers';
import { CloudEventIngest } from './cloud-event.ingest';
import type { CloudEventBatchResult } from './cloud-event.result';
import { ApiCloudEvents } from './cloud-events.document';
import { BATCH, PUBLISH_EVENTS, STRUCTURED } from './cloud-events.modes';

@ApiTags('events')
@Controller('events')
export class CloudEventsController {
  constructor(@Inject(CloudEventIngest) private readonly events: CloudEventIngest) {}

  @Post()
  @ApiOperation({
    operationId: PUBLISH_EVENTS,
    summary: 'Publish facts as CloudEvents 1.0: one (structured or binary mode), or a batch with a result for each',
    description:
      'The type names the fact, `source` and `id` make it unique, `time` is when it happened. An event that was taken ' +
      'before is known by its source and id, and changes nothing; with other content it is refused with 409.',
  })
  @ApiCloudEvents()
  @UseInterceptors(WriteInterceptor)
  publish(
    @Headers() headers: RequestHeaders,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WriteAnswer | CloudEventBatchResult> {
    const mediaType = String(headers['content-type'] ?? '')
      .split(';')[0]
      ?.trim()
      .toLowerCase();
    if (mediaType === BATCH) return this.#publishBatch(body, reply);
    if (mediaType === STRUCTURED) return this.events.ingest(body);
    if (isBinaryMode(headers)) return this.events.ingest(attributesFromHeaders(headers, body));
    throw fail('unsupported-media-type', `Send ${STRUCTURED}, ${BATCH}, or JSON with the attributes in ce- headers`);
  }

  #publishBatch(body: unknown, reply: FastifyReply): Promise<CloudEventBatchResult> {
    if (!Array.isArray(body))
      throw failAt('invalid-cloud-event', 'body', 'a batch must be a JSON array of CloudEvents');
    void reply.status(207);
    return this.events.ingestBatch(body);
  }
}
