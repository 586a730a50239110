import type { ProblemScope } from '@tenure/improvement-contract';
import type { ThemesContent } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

/** What a problem that complaints have risen by is called. */
export function problemTitle({ themeId, product, stepId }: ProblemScope, themes: ThemesContent | undefined): Text {
  if (themeId !== undefined) {
    return rising('主题', 'on', titleOf(themes?.themes.find((theme) => theme.themeId === themeId)?.title, themeId));
  }
  if (stepId !== undefined) {
    return rising('环节', 'about', titleOf(themes?.steps.find((step) => step.stepId === stepId)?.title, stepId));
  }
  return rising('产品', 'about', titleOf(undefined, product ?? ''));
}

const titleOf = (title: Text | undefined, id: string): Text => title ?? { zh: id, en: id };

const rising = (kind: string, preposition: string, { zh, en }: Text): Text => ({
  zh: `投诉上升（${kind}）：${zh}`,
  en: `More complaints ${preposition} “${en}”`,
});
