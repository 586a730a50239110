import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { POLICY_KINDS, type PolicyKind } from './policy.kinds';
import { readContent } from './policy.schemas';

/** The shape that the `kind` beside it asks for; whether it makes sense is for the decider to say. */
export const PolicyContentProperty = ({ required = true } = {}): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: 'object',
      selfRequired: required,
      additionalProperties: true,
      description: 'What the policy says; its shape depends on the kind.',
    }),
    ValidateBy({
      name: 'isPolicyContent',
      validator: {
        validate: (_content, at) => flawOf(at) === undefined,
        defaultMessage: (at) => flawOf(at) ?? '',
      },
    }),
  );

/** Without a kind there is nothing to measure the content by; that it is missing is said of the kind. */
function flawOf(at: ValidationArguments | undefined): string | undefined {
  const kind: unknown = at && Reflect.get(at.object, 'kind');
  return isKind(kind) ? readContent(kind, at?.value).flaw : undefined;
}

const KINDS: ReadonlySet<unknown> = new Set(POLICY_KINDS);

const isKind = (kind: unknown): kind is PolicyKind => KINDS.has(kind);
