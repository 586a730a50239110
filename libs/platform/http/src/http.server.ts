import rateLimit from '@fastify/rate-limit';
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { CommandCatalogue } from '@tenure/commands';
import { BATCH, STRUCTURED } from './cloud-events/cloud-events.modes';
import { takeForms } from './form.body';
import { BATCH_FACTOR, type HttpSettings } from './http.settings';
import { parseJsonBody } from './json.body';
import { describeApi } from './openapi.document';
import { fail } from './problem.error';
import { ProblemFilter, sendProblem } from './problem.filter';
import { problem } from './problem.kinds';

export interface HttpServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Takes no new request, answers those under way, then shuts the application down. Safe to repeat. */
  close(): Promise<void>;
}

/** Other descriptions to serve, by path, made from the one of the HTTP interface. */
export type MoreDescriptions = (openApi: OpenAPIObject) => Readonly<Record<string, object>>;

/** Serves a Nest application whose modules include HttpModule and CommandsModule; rejects where it can't listen. */
export async function serveHttp(
  module: Type<object> | DynamicModule,
  settings: HttpSettings,
  logger: LoggerService | false,
  describeMore: MoreDescriptions = () => ({}),
): Promise<HttpServer> {
  const app = await NestFactory.create<NestFastifyApplication>(module, adapterFor(settings), {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  try {
    takeBodies(app, settings);
    await limitRate(app, settings);
    app.useGlobalFilters(new ProblemFilter(settings));
    const document = describeApi(app, app.get(CommandCatalogue));
    SwaggerModule.setup('docs', app, document, { raw: ['json'], jsonDocumentUrl: 'openapi.json' });
    serveDescriptions(app, describeMore(document));
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return { url: await app.getUrl(), close: () => (closing ??= closeGracefully(app)) };
}

function serveDescriptions(app: NestFastifyApplication, descriptions: Readonly<Record<string, object>>): void {
  const fastify = app.getHttpAdapter().getInstance();
  for (const [path, description] of Object.entries(descriptions)) fastify.get(path, async () => description);
}

/** How long requests under way may take to end; a client that does not read on must not hold the service up. */
const GRACE_MS = 3_000;

async function closeGracefully(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance().server;
  const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(cutOff);
  }
}

/** An id has 128 characters at most; a link has an id and what nobody can guess. */
const LONGEST_PARAMETER = 256;

const adapterFor = (settings: HttpSettings): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: settings.bodyLimitBytes,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    // Errors that Fastify has before it finds a route, such as a path with a broken percent sign.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, request, problem('malformed-request', error.message, { status: error.statusCode ?? 400 })),
  });

function takeBodies(app: NestFastifyApplication, { bodyLimitBytes }: HttpSettings): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  for (const mediaType of ['application/json', STRUCTURED, BATCH]) {
    const bodyLimit = mediaType === BATCH ? bodyLimitBytes * BATCH_FACTOR : bodyLimitBytes;
    fastify.addContentTypeParser(
      mediaType,
      { parseAs: 'buffer', bodyLimit },
      async (request: FastifyRequest, body: Buffer) => parseJsonBody(body, request.headers['content-type']),
    );
  }
  takeForms(fastify);
}

async function limitRate(app: NestFastifyApplication, { rateLimitPerMinute }: HttpSettings): Promise<void> {
  if (rateLimitPerMinute === 0) return;
  await app.register(rateLimit, {
    max: rateLimitPerMinute,
    timeWindow: 60_000,
    allowList: ({ url = '' }) => url.startsWith('/health/') || url === '/metrics',
    errorResponseBuilder: (_request, { max, ttl }) => {
      const retryAfterSeconds = Math.ceil(ttl / 1000);
      return fail('rate-limited', `More than ${max} requests a minute; go on in ${retryAfterSeconds} s`, {
        retryAfterSeconds,
      });
    },
  });
}
