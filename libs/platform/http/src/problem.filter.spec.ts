import { Controller, Get, Module, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEFAULT_HTTP_SETTINGS } from './http.settings';
import { ProblemFilter } from './problem.filter';

@Controller()
class BrokenController {
  @Get('progress/:token')
  progress(): never {
    throw new Error('out of order');
  }

  @Get('customers/:customerId')
  customer(): never {
    throw new Error('out of order');
  }
}

@Module({ controllers: [BrokenController] })
class BrokenModule {}

describe('the log of requests that failed', () => {
  const lines: string[] = [];
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const logger: LoggerService = {
      log: () => undefined,
      warn: () => undefined,
      error: (line) => lines.push(`${line}`),
    };
    app = await NestFactory.create<NestFastifyApplication>(BrokenModule, new FastifyAdapter(), { logger });
    app.useGlobalFilters(new ProblemFilter(DEFAULT_HTTP_SETTINGS));
    await app.init();
  });
  afterAll(() => app.close());
  afterEach(() => lines.splice(0));

  it('names what was asked for', async () => {
    expect((await app.inject('/customers/k-1?waitFor=7')).statusCode).toBe(500);
    expect(lines).toEqual([
      expect.stringMatching(/^GET \/customers\/k-1\?waitFor=7 ended with 500 \(.+\): Error: out of order/),
    ]);
  });

  it.each([
    '/progress/hidden',
    '/progress/hidden?waitFor=7',
    '/%70rogress/%68idden',
    'http://localhost/progress/hidden',
  ])('holds no token of %s', async (url) => {
    expect((await app.inject({ method: 'GET', url })).statusCode).toBe(500);
    expect(lines).toEqual([expect.stringMatching(/^GET \/progress\/:token ended with 500/)]);
    expect(lines.join()).not.toMatch(/hidden|%68idden/);
  });
});
