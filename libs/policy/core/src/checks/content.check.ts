import type { PolicyContents, PolicyKind } from '@tenure/policy-contract';
import { checkCalendar } from './calendar.check';
import { checkChurnModel } from './churn-model.check';
import { checkContactPlan } from './contact-plan.check';
import { twice, type ContentFlaw } from './content.flaw';
import { checkEscalation } from './escalation.check';
import { checkHolidays } from './holidays.check';
import { checkImprovement } from './improvement.check';
import { checkJourney } from './journey.check';
import { checkLifecycle } from './lifecycle.check';
import { checkMessaging } from './messaging.check';
import { checkRecordReview } from './record-review.check';
import { checkRemedy } from './remedy.check';
import { checkServiceStandard } from './standard.check';
import { checkSurvey } from './survey.check';
import { checkThemes } from './themes.check';
import { checkTier } from './tier.check';

type Checks = { readonly [Kind in PolicyKind]: (content: PolicyContents[Kind]) => ContentFlaw | undefined };

const checks: Checks = {
  tier: checkTier,
  lifecycle: checkLifecycle,
  'churn-model': checkChurnModel,
  journey: checkJourney,
  messaging: checkMessaging,
  survey: checkSurvey,
  themes: checkThemes,
  improvement: checkImprovement,
  'service-standard': checkServiceStandard,
  calendar: checkCalendar,
  holidays: checkHolidays,
  remedy: checkRemedy,
  escalation: checkEscalation,
  'contact-plan': checkContactPlan,
  'record-review': checkRecordReview,
  recipients: ({ people }) =>
    twice(
      'policy-person-twice',
      people.map(({ personId }) => personId),
      (index) => `content.people[${index}].personId`,
    ),
};

/** What makes no sense in content whose shape is right; undefined where nothing is wrong. */
export const checkContent = <Kind extends PolicyKind>(
  kind: Kind,
  content: PolicyContents[Kind],
): ContentFlaw | undefined => checks[kind](content);
