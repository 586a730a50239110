import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { CommandCatalogue } from '@tenure/commands';
import { CloudEventDocument } from './cloud-events/cloud-events.document';
import { BATCH, PUBLISH_EVENTS, STRUCTURED } from './cloud-events/cloud-events.modes';

const DESCRIPTION = `Every write is a command: it answers with the position of what it wrote, and a read that is given this
position as \`waitFor\` answers only when it sees it. Sent again under the same \`Idempotency-Key\`, a command is carried
out once. Errors are problem details (RFC 9457) that name the field. Times are ISO 8601 with offset; money is in integer
minor units of a currency; positions are decimal strings.`;

/** Describes all operations of an application; the commands that events may carry come from the catalogue. */
export function describeApi(app: INestApplication, catalogue: CommandCatalogue): OpenAPIObject {
  const config = new DocumentBuilder().setTitle('Tenure').setDescription(DESCRIPTION).setVersion('0.1.0').build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: catalogue.descriptions.map(({ command }) => command),
  });
  const tags = [...new Set(operationsOf(document).flatMap(({ tags: names = [] }) => names))].sort();
  return describeEvents({ ...document, tags: tags.map((name) => ({ name })) }, catalogue);
}

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

export const operationsOf = ({ paths }: OpenAPIObject): readonly Operation[] =>
  Object.values(paths).flatMap(({ get, put, post, patch, delete: remove }) =>
    [get, put, post, patch, remove].filter((operation) => operation !== undefined),
  );

/** The three ways to send events, and the types that there are: neither can be said by decorators. */
function describeEvents(document: OpenAPIObject, catalogue: CommandCatalogue): OpenAPIObject {
  const publish = operationsOf(document).find(({ operationId }) => operationId === PUBLISH_EVENTS);
  if (!publish) return document;
  const event = { $ref: getSchemaPath(CloudEventDocument) };
  const types = catalogue.descriptions.map(({ command, cloudEventType }) => `- \`${cloudEventType}\`: ${command.name}`);
  publish.description = `${publish.description ?? ''}\n\nThe types, and the schema of their data:\n${types.sort().join('\n')}`;
  publish.requestBody = {
    required: true,
    content: {
      [STRUCTURED]: { schema: event },
      [BATCH]: { schema: { type: 'array', items: event } },
      'application/json': {
        schema: { type: 'object', additionalProperties: true, description: 'The data; attributes are ce- headers.' },
      },
    },
  };
  return document;
}
