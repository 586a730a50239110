import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { GROWTH_POTENTIALS } from '@tenure/customer-contract';

const FACTS = ['spendMinor', 'cooperationMonths', 'growthPotential'] as const;
const MOST_MEMBERS = 50;

class TierCriterionFields {
  @ApiProperty({ enum: FACTS })
  readonly fact!: (typeof FACTS)[number];

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Inclusive.' })
  readonly atLeast?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Exclusive.' })
  readonly below?: number;

  @ApiPropertyOptional({ enum: GROWTH_POTENTIALS, isArray: true, description: 'For growthPotential alone.' })
  readonly oneOf?: readonly string[];
}

class TierAlternativeFields {
  @ApiProperty({ type: [TierCriterionFields], minItems: 1 })
  readonly allOf!: readonly TierCriterionFields[];
}

class TierRuleFields {
  @ApiProperty()
  readonly tier!: string;

  @ApiProperty({ type: [TierAlternativeFields], minItems: 1 })
  readonly anyOf!: readonly TierAlternativeFields[];
}

/** The shape of the rules; whether they make sense together is for the decider to say. */
export const TierRulesProperty = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description, type: [TierRuleFields], minItems: 1, maxItems: MOST_MEMBERS }),
    ValidateBy({
      name: 'areTierRules',
      validator: {
        validate: (rules) => firstFlawOfRules(rules) === undefined,
        defaultMessage: (at) => `${at?.property}${firstFlawOfRules(at?.value) ?? ''}`,
      },
    }),
  );

/** What follows the name of the rules in a sentence, such as `[0].anyOf[1].allOf[0].fact must be one of …`. */
const firstFlawOfRules = (rules: unknown): string | undefined =>
  firstFlawOf(rules, (rule) => {
    if (typeof rule['tier'] !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/.test(rule['tier'])) {
      return '.tier must be 1 to 50 letters, digits or . _ -';
    }
    return prefixed(
      '.anyOf',
      firstFlawOf(rule['anyOf'], (alternative) =>
        prefixed('.allOf', firstFlawOf(alternative['allOf'], flawOfCriterion)),
      ),
    );
  });

type Fields = Readonly<Record<string, unknown>>;

function firstFlawOf(members: unknown, flawOf: (member: Fields) => string | undefined): string | undefined {
  if (!Array.isArray(members) || members.length === 0 || members.length > MOST_MEMBERS) {
    return ` must be a list of 1 to ${MOST_MEMBERS}`;
  }
  for (let index = 0; index < members.length; index++) {
    const member: unknown = members[index];
    const flaw = isFields(member) ? flawOf(member) : ' must be an object';
    if (flaw !== undefined) return `[${index}]${flaw}`;
  }
  return undefined;
}

const isFields = (member: unknown): member is Fields =>
  typeof member === 'object' && member !== null && !Array.isArray(member);

function flawOfCriterion(criterion: Fields): string | undefined {
  for (const name in criterion) if (!FIELDS.has(name)) return `.${name.slice(0, 50)} is not a field of a criterion`;
  switch (criterion['fact']) {
    case 'growthPotential':
      return flawOfPotential(criterion);
    case 'spendMinor':
    case 'cooperationMonths':
      return flawOfNumber(criterion);
  }
  return `.fact must be one of ${FACTS.join(', ')}`;
}

const FIELDS: ReadonlySet<string> = new Set(['fact', 'atLeast', 'below', 'oneOf']);

function flawOfPotential({ atLeast, below, oneOf }: Fields): string | undefined {
  if (atLeast !== undefined || below !== undefined) return ' takes oneOf, not atLeast or below';
  const potentials: readonly unknown[] = GROWTH_POTENTIALS;
  const known = Array.isArray(oneOf) && oneOf.length > 0 && oneOf.every((one) => potentials.includes(one));
  return known ? undefined : `.oneOf must be a list of ${GROWTH_POTENTIALS.join(', ')}`;
}

function flawOfNumber({ atLeast, below, oneOf }: Fields): string | undefined {
  if (oneOf !== undefined) return ' takes atLeast or below, not oneOf';
  if (atLeast === undefined && below === undefined) return ' must have atLeast or below';
  if (!isBound(atLeast)) return '.atLeast must be an integer of 0 or more';
  return isBound(below) ? undefined : '.below must be an integer of 0 or more';
}

const isBound = (bound: unknown): boolean => bound === undefined || (Number.isSafeInteger(bound) && Number(bound) >= 0);

const prefixed = (prefix: string, flaw: string | undefined): string | undefined =>
  flaw === undefined ? undefined : `${prefix}${flaw}`;
