import type { ProblemScope } from '@tenure/improvement-contract';
import type { ThemesContent } from '@tenure/policy-contract';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What a problem that complaints have risen by is called. */
export function problemTitle({ themeId, product, stepId }: ProblemScope, themes: ThemesContent | undefined): Words {
  if (themeId !== undefined) {
    return rising('主题', 'on', titleOf(themes?.themes.find((theme) => theme.themeId === themeId)?.title, themeId));
  }
  if (stepId !== undefined) {
    return rising('环节', 'about', titleOf(themes?.steps.find((step) => step.stepId === stepId)?.title, stepId));
  }
  return rising('产品', 'about', titleOf(undefined, product ?? ''));
}

const titleOf = (title: Words | undefined, id: string): Words => title ?? { zh: id, en: id };

const rising = (kind: string, preposition: string, { zh, en }: Words): Words => ({
  zh: `投诉上升（${kind}）：${zh}`,
  en: `More complaints ${preposition} “${en}”`,
});
