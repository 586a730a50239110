import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { PROBLEM_MEDIA_TYPE, ProblemDetails } from './problem.details';

/** What may go wrong, as sentences by HTTP status. */
export type ProblemSentences = Readonly<Record<number, string>>;

/** Documents the problems that an operation answers with. */
export const ApiProblems = (sentences: ProblemSentences): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiExtraModels(ProblemDetails),
    ...Object.entries(sentences).map(([status, description]) =>
      ApiResponse({
        status: Number(status),
        description,
        content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: getSchemaPath(ProblemDetails) } } },
      }),
    ),
  );

/** One sentence a status out of a domain's refusals. */
export function refusalSentences(statuses: Readonly<Record<string, number>>): ProblemSentences {
  const codes = new Map<number, string[]>();
  for (const [code, status] of Object.entries(statuses)) codes.set(status, [...(codes.get(status) ?? []), code]);
  return Object.fromEntries([...codes].map(([status, of]) => [status, `Refused: ${of.sort().join(', ')}.`]));
}

export function mergeSentences(...all: readonly ProblemSentences[]): ProblemSentences {
  const merged: Record<number, string> = {};
  for (const [status, sentence] of all.flatMap((one) => Object.entries(one))) {
    const before = merged[Number(status)];
    merged[Number(status)] = before === undefined ? sentence : `${before} ${sentence}`;
  }
  return merged;
}

export const ANY_REQUEST: ProblemSentences = {
  400: 'The request, a header or a parameter is not well-formed; `errors` names it.',
  429: 'Too many requests from this address; `Retry-After` says when to go on.',
  500: 'A fault of the service, logged there.',
  503: 'A server behind it does not answer, or a record is contended; `Retry-After` says when to try again.',
};

export const ANY_BODY: ProblemSentences = {
  413: 'The body, or the event that it would become, is too large.',
  415: 'The media type or charset is not taken.',
  422: 'The content is not valid; `errors` names every wrong field.',
};
