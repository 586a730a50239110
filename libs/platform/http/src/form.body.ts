import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fail } from './problem.error';

const FORM = 'application/x-www-form-urlencoded';

/** What a form of a page sent, by the names of its fields. */
export class FormBody {
  constructor(private readonly fields: URLSearchParams) {}

  /** Each once, as they come first. */
  get names(): readonly string[] {
    return [...new Set(this.fields.keys())];
  }

  valuesOf(name: string): readonly string[] {
    return this.fields.getAll(name);
  }
}

/** Lets a route take a form. All others refuse forms: any page of anybody can have a browser send one. */
export const TakesForms = (): MethodDecorator => applyDecorators(RouteConfig({ [TAKES_FORMS]: true }));

const TAKES_FORMS = 'takesForms';

export function takeForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(FORM, { parseAs: 'string' }, async (request: FastifyRequest, body: string) => {
    if (Reflect.get(request.routeOptions.config, TAKES_FORMS) === true) return new FormBody(new URLSearchParams(body));
    throw fail('unsupported-media-type', 'Forms are not taken here; send JSON');
  });
}
