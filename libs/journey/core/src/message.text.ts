import { localText, type BusinessCalendar } from '@tenure/calendar';
import type { Facts } from '@tenure/behaviour-contract';
import type { JourneyStanding } from '@tenure/journey-contract';
import { moneyText } from '@tenure/kernel';
import { filledText, type VoucherValue } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

interface TextFrame {
  readonly facts: Facts;
  readonly standing: JourneyStanding;
  readonly voucher?: Voucher;
}

interface Voucher {
  readonly code: string;
  readonly value: VoucherValue;
  readonly validUntil: string;
  /** In whose time zone the moment is shown; absent: UTC. */
  readonly hours: BusinessCalendar | undefined;
}

type Language = keyof Text;

/** A text in both languages, with what its placeholders stand for; what is not known shows as a dash. */
export const messageText = (text: Text, frame: TextFrame): Text => ({
  zh: filledText(text.zh, (name) => fieldText(name, 'zh', frame)),
  en: filledText(text.en, (name) => fieldText(name, 'en', frame)),
});

function fieldText(name: string, language: Language, { facts, standing, voucher }: TextFrame): string | undefined {
  if (name === 'customer.name') return standing.name ?? NAMELESS[language];
  if (name.startsWith('voucher.')) return voucher && voucherText(name, voucher);
  const value = new Map<string, unknown>(Object.entries(facts)).get(name);
  return value === undefined ? undefined : factText(value, language);
}

const voucherText = (name: string, { code, value, validUntil, hours }: Voucher): string | undefined =>
  ({
    'voucher.code': code,
    'voucher.value': valueText(value),
    'voucher.validUntil': untilText(validUntil, hours),
  })[name];

const NAMELESS: Text = { zh: '客户', en: 'customer' };

const valueText = (value: VoucherValue): string =>
  'percent' in value ? `${value.percent}%` : moneyText(value.amountMinor, value.currency);

/** `2026-10-08 09:00`. */
const untilText = (at: string, hours: BusinessCalendar | undefined): string =>
  (hours ? localText(at, hours) : at).slice(0, 16).replace('T', ' ');

function factText(value: unknown, language: Language): string {
  if (typeof value === 'number') return `${Math.round(value * 10) / 10}`;
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  return WORDS[String(value)]?.[language] ?? String(value);
}

const YES: Text = { zh: '是', en: 'yes' };
const NO: Text = { zh: '否', en: 'no' };

const WORDS: Readonly<Partial<Record<string, Text>>> = {
  activation: { zh: '新客户激活', en: 'activation' },
  maintenance: { zh: '成熟客户维护', en: 'maintenance' },
  'churn-warning': { zh: '流失预警', en: 'churn warning' },
  'won-back': { zh: '已赢回', en: 'won back' },
  churned: { zh: '已流失', en: 'churned' },
  low: { zh: '低', en: 'low' },
  medium: { zh: '中', en: 'medium' },
  high: { zh: '高', en: 'high' },
  likely: { zh: '有续约意向', en: 'likely' },
  unsure: { zh: '未定', en: 'unsure' },
  unlikely: { zh: '无续约意向', en: 'unlikely' },
};
