import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiPropertyOptional, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { MayBeAbsent } from '@tenure/shared-contract';
import { Matches } from 'class-validator';
import { ANY_REQUEST, ApiProblems } from '../problem.responses';

export const EVENT_STREAM = 'text/event-stream';
const CURSOR = /^\d{1,19}\.\d{1,19}$/;

export class ChangesQuery {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @Matches(CURSOR, { message: 'after must be the id of an event of this feed, such as 10432.2' })
  readonly after?: string;
}

const DESCRIPTION = `Server-sent events that never end. Whoever keeps the newest row of each key, and forgets all rows on
\`reset\`, has the read model:

- \`reset\` \`{ version, position }\`: all that was told before is void, every row follows. Comes first unless the feed is
  gone on with, and when the read model was built anew.
- \`row\` \`{ position, key, row }\`: the row as it is now, which is at \`position\` of the log or later. Of several changes
  in a short time the last may be all that is told; a row may be told again.
- \`caught-up\` \`{ position }\`: nothing newer was known.

Give the newest \`id\` as \`Last-Event-ID\` (browsers do so by themselves) or as \`after\` to go on where a connection ended.
Comments keep the connection open. A slow client is waited for. \`key\` is the key column, or the JSON array of several.`;

const SCHEMA = { type: 'string', pattern: CURSOR.source, example: '10432.2' };

export const ApiChanges = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      operationId: 'followProjection',
      summary: 'Follow the rows of a read model as they change',
      description: DESCRIPTION,
    }),
    ApiParam({ name: 'name', schema: { type: 'string' }, example: 'customer-overview' }),
    ApiQuery({ name: 'after', required: false, schema: SCHEMA, description: 'Go on after this `id`.' }),
    ApiHeader({ name: 'Last-Event-ID', required: false, schema: SCHEMA, description: 'The same; it goes first.' }),
    ApiResponse({
      status: 200,
      description: 'The rows, without end.',
      content: { [EVENT_STREAM]: { schema: { type: 'string' } } },
    }),
    ApiProblems({ ...ANY_REQUEST, 404: 'There is no projection of that name.' }),
  );
