import { Ajv, type SchemaObject, type ValidateFunction } from 'ajv';
import { isISO4217CurrencyCode } from 'class-validator';
import { isDay } from '@tenure/shared-contract';
import { calendarSchema } from './kinds/calendar.content';
import { churnModelSchema } from './kinds/churn-model.content';
import { conditionSchema } from './kinds/condition.schema';
import { contactPlanSchema } from './kinds/contact-plan.content';
import { escalationSchema } from './kinds/escalation.content';
import { holidaysSchema } from './kinds/holidays.content';
import { improvementSchema } from './kinds/improvement.content';
import { journeySchema } from './kinds/journey.content';
import { lifecycleSchema } from './kinds/lifecycle.content';
import { messagingSchema } from './kinds/messaging.content';
import { recipientsSchema } from './kinds/recipients.content';
import { recordReviewSchema } from './kinds/record-review.content';
import { remedySchema } from './kinds/remedy.content';
import { serviceStandardSchema } from './kinds/standard.content';
import { surveySchema } from './kinds/survey.content';
import { themesSchema } from './kinds/themes.content';
import { tierSchema } from './kinds/tier.content';
import type { PolicyContents, PolicyKind } from './policy.kinds';
import { sentenceOf } from './schema.sentences';

/** JSON Schema of each kind's content, with formats of its own, which the sentences of a flaw describe. */
export const policySchemas: Readonly<Record<PolicyKind, SchemaObject>> = {
  tier: tierSchema,
  lifecycle: lifecycleSchema,
  'churn-model': churnModelSchema,
  journey: journeySchema,
  messaging: messagingSchema,
  survey: surveySchema,
  themes: themesSchema,
  improvement: improvementSchema,
  'service-standard': serviceStandardSchema,
  calendar: calendarSchema,
  holidays: holidaysSchema,
  remedy: remedySchema,
  escalation: escalationSchema,
  'contact-plan': contactPlanSchema,
  'record-review': recordReviewSchema,
  recipients: recipientsSchema,
};

export type ContentReading<Kind extends PolicyKind> =
  { readonly content: PolicyContents[Kind]; readonly flaw?: undefined } | { readonly flaw: string };

/** The content as its kind has it, or the first flaw of its shape: `content.targets[3].withinMinutes must be …`. */
export function readContent<Kind extends PolicyKind>(kind: Kind, content: unknown): ContentReading<Kind> {
  const validate = validatorOf(kind);
  if (validate(content)) return { content };
  const [first] = validate.errors ?? [];
  return { flaw: first ? sentenceOf(first) : 'content is not of its kind' };
}

const ajv = new Ajv({
  strictTypes: false,
  schemas: [conditionSchema],
  formats: {
    id: /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/,
    currency: isISO4217CurrencyCode,
    day: isDay,
    email: /^[^@\s]+@[^@\s]+$/,
    'notify-whom': /^(owner|person:[A-Za-z0-9][A-Za-z0-9._:@-]{0,127})$/,
    'secret-name': /^(?!whsec_)[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/,
    'tier-name': /^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/,
    'time-of-day': /^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/,
    'web-address': /^https?:\/\/\S+$/,
    'time-zone': isTimeZone,
  },
});
const validators = new Map<PolicyKind, ValidateFunction>();

function validatorOf<Kind extends PolicyKind>(kind: Kind): ValidateFunction<PolicyContents[Kind]> {
  const validate = validators.get(kind) ?? ajv.compile(policySchemas[kind]);
  validators.set(kind, validate);
  // The schema of a kind describes its content; that it does is shown by the defaults and by what they are used for.
  return validate as ValidateFunction<PolicyContents[Kind]>;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
