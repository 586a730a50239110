import type { ThemeRule, ThemesContent } from '@tenure/policy-contract';
import { firstIn, firstOf, flaw, twice, type ContentFlaw } from './content.flaw';

export const checkThemes = ({ steps, themes }: ThemesContent): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-step-twice',
        steps.map(({ stepId }) => stepId),
        (index) => `content.steps[${index}].stepId`,
      ),
    () =>
      twice(
        'policy-theme-twice',
        themes.map(({ themeId }) => themeId),
        (index) => `content.themes[${index}].themeId`,
      ),
    () => firstIn(themes, (theme, index) => checkTheme(theme, new Set(steps.map(({ stepId }) => stepId)), index)),
  );

function checkTheme(
  { step, anyOf, labels = [] }: ThemeRule,
  steps: ReadonlySet<string>,
  index: number,
): ContentFlaw | undefined {
  const place = `content.themes[${index}]`;
  if (step !== undefined && !steps.has(step)) {
    return flaw('policy-step-unknown', `${place}.step: ${step} is none of content.steps`);
  }
  if (anyOf.length > 0 || labels.length > 0) return undefined;
  return flaw('policy-theme-never-found', `${place}: it has neither words nor labels to be found by`);
}
