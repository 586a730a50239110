import { FACT_NAMES } from '@tenure/behaviour-contract';
import { CUSTOMER_FIELDS, placeholdersIn, VOUCHER_FIELDS, type JourneyStep } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';
import { firstIn, flaw, type ContentFlaw } from './content.flaw';

type WordedStep = Exclude<JourneyStep, { kind: 'wait' | 'branch' }>;

const ALWAYS: readonly string[] = [...FACT_NAMES, ...CUSTOMER_FIELDS];
const ISSUING: ReadonlySet<string> = new Set([...ALWAYS, ...VOUCHER_FIELDS]);
const OTHERWISE: ReadonlySet<string> = new Set(ALWAYS);

/** What stands in braces is a fact, or a field that the step can know. */
export function checkTexts(step: WordedStep, place: string): ContentFlaw | undefined {
  const known = step.kind === 'voucher' ? ISSUING : OTHERWISE;
  return firstIn(Object.entries(textsOf(step)), ([member, text]) =>
    firstIn(['zh', 'en'] as const, (language) => {
      const unknown = placeholdersIn(text[language]).find((name) => !known.has(name));
      return unknown === undefined
        ? undefined
        : flaw('policy-text-names-unknown-field', `${place}.${member}.${language}: ${whyUnknown(unknown)}`);
    }),
  );
}

const textsOf = (step: WordedStep): Readonly<Record<string, Text>> =>
  step.kind === 'task' ? { title: step.title } : { subject: step.subject, body: step.body };

const VOUCHER: ReadonlySet<string> = new Set(VOUCHER_FIELDS);

const whyUnknown = (name: string): string =>
  VOUCHER.has(name) ? `{${name}} is known in steps that issue a voucher` : `there is no field ${name}`;
