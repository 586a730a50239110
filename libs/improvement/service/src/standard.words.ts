import { isEffective, type Measure } from '@tenure/improvement-core';
import type { PublishedPolicy } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

/** What a draft is called, and what it rests on. */
export interface Standard {
  readonly title: Text;
  readonly description: Text;
}

/** As long as a description may be. */
const MOST_CHARACTERS = 2_000;

/** The next version of a policy by what a measure has shown; why not, where it has not. */
export function standardOf(
  measure: Measure,
  { title, description }: PublishedPolicy,
): Standard | 'absent' | 'not-effective' {
  if (measure.stage === 'absent') return 'absent';
  if (!isEffective(measure) || !measure.verified) return 'not-effective';
  const { measureId, problemId, content } = measure;
  const { at, result } = measure.verified;
  const reason: Text = {
    zh: `依据改进措施 ${measureId}（${content}；针对问题 ${problemId}），${at} 验证有效：${result.reason.zh}`,
    en: `By measure ${measureId} (${content}) against problem ${problemId}, verified as effective at ${at}: ${result.reason.en}`,
  };
  const whole = (language: keyof Text) => cut(`${reason[language]}\n${description?.[language] ?? ''}`.trim());
  return { title, description: { zh: whole('zh'), en: whole('en') } };
}

/** Not in the middle of a character of two code units. */
const cut = (text: string): string => text.slice(0, MOST_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '');
