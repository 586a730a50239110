import type { CalendarContent } from './kinds/calendar.content';
import type { ChurnModelContent } from './kinds/churn-model.content';
import type { ContactPlanContent } from './kinds/contact-plan.content';
import type { EscalationContent } from './kinds/escalation.content';
import type { HolidaysContent } from './kinds/holidays.content';
import type { ImprovementContent } from './kinds/improvement.content';
import type { JourneyContent } from './kinds/journey.content';
import type { LifecycleContent } from './kinds/lifecycle.content';
import type { MessagingContent } from './kinds/messaging.content';
import type { RecipientsContent } from './kinds/recipients.content';
import type { RecordReviewContent } from './kinds/record-review.content';
import type { RemedyContent } from './kinds/remedy.content';
import type { ServiceStandardContent } from './kinds/standard.content';
import type { SurveyContent } from './kinds/survey.content';
import type { ThemesContent } from './kinds/themes.content';
import type { TierContent } from './kinds/tier.content';

/** In this order: a policy names others of kinds that come after its own, never before. */
export const POLICY_KINDS = [
  'tier',
  'lifecycle',
  'churn-model',
  'journey',
  'messaging',
  'survey',
  'themes',
  'improvement',
  'service-standard',
  'calendar',
  'holidays',
  'remedy',
  'escalation',
  'contact-plan',
  'record-review',
  'recipients',
] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** What a policy of each kind says. */
export interface PolicyContents {
  readonly tier: TierContent;
  readonly lifecycle: LifecycleContent;
  readonly 'churn-model': ChurnModelContent;
  readonly journey: JourneyContent;
  readonly messaging: MessagingContent;
  readonly survey: SurveyContent;
  readonly themes: ThemesContent;
  readonly improvement: ImprovementContent;
  readonly 'service-standard': ServiceStandardContent;
  readonly calendar: CalendarContent;
  readonly holidays: HolidaysContent;
  readonly remedy: RemedyContent;
  readonly escalation: EscalationContent;
  readonly 'contact-plan': ContactPlanContent;
  readonly 'record-review': RecordReviewContent;
  readonly recipients: RecipientsContent;
}

export type PolicyContent = PolicyContents[PolicyKind];

/** The ids under which the policies stand that hold where nothing else is said. */
export const DEFAULT_POLICY_IDS = {
  tier: 'value-tier',
  lifecycle: 'lifecycle',
  'churn-model': 'churn-model',
  messaging: 'messaging',
  themes: 'themes',
  improvement: 'improvement',
  'service-standard': 'service-standard',
  remedy: 'remedy',
  escalation: 'escalation',
  'contact-plan': 'contact-plan',
  'record-review': 'record-review',
  recipients: 'recipients',
} as const;
