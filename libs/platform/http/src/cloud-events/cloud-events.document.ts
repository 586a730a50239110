import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { ANY_BODY, ANY_REQUEST, ApiProblems } from '../problem.responses';
import { WriteAnswer } from '../write.answer';
import { CloudEventBatchResult } from './cloud-event.result';

/** A CloudEvent 1.0 in the JSON format. */
export class CloudEventDocument {
  @ApiProperty({ enum: ['1.0'] })
  readonly specversion!: string;

  @ApiProperty({ maxLength: 200, description: 'Unique within the source.' })
  readonly id!: string;

  @ApiProperty({ maxLength: 500, example: '/shop/oxford-street', description: 'Who says so: a URI reference.' })
  readonly source!: string;

  @ApiProperty({ example: 'tenure.complaint.opened', description: 'One of the types that the API description lists.' })
  readonly type!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'When it happened; now, where it is left out.' })
  readonly time?: string;

  @ApiPropertyOptional({ example: 'application/json' })
  readonly datacontenttype?: string;

  @ApiPropertyOptional({ description: 'Extension: shared by all that one request leads to.' })
  readonly correlationid?: string;

  @ApiPropertyOptional({ description: 'Extension: who answers for it; the source, where it is left out.' })
  readonly actor?: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The fields of the command of that type.' })
  readonly data!: object;
}
Object.defineProperty(CloudEventDocument, 'name', { value: 'CloudEvent' });

export const ApiCloudEvents = (): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(CloudEventDocument, CloudEventBatchResult, WriteAnswer),
    ApiBody({ type: CloudEventDocument, required: true }),
    ApiHeader({
      name: 'ce-specversion',
      required: false,
      description: 'Binary mode: `1.0`; other attributes likewise.',
    }),
    ApiResponse({ status: 201, type: WriteAnswer, description: 'One event, taken.' }),
    ApiResponse({ status: 200, type: WriteAnswer, description: 'One event, known already.' }),
    ApiResponse({
      status: 207,
      description: 'A batch: a result for each event.',
      content: { 'application/json': { schema: { $ref: getSchemaPath(CloudEventBatchResult) } } },
    }),
    ApiProblems({ ...ANY_REQUEST, ...ANY_BODY, 404: 'Refused: what it is about is not there.', 409: 'Refused.' }),
  );
