export { calledContacts, nextPlanningAt, startOf, type CalledContact, type ContactPlanPolicy } from './called.contact';
export { contactPlan } from './contact-plan.decider';
export type { ContactPlan } from './contact-plan.state';
export { contactSchedule, type ContactScheduleRow } from './contact-schedule.projection';
export { PLAN_WATCH_EVENTS, watchOnEvent, type PlanFact, type PlanWatch, type PlanWatchEvent } from './plan.watch';
export { planComparison, tiersThatDiffer, type TierSize } from './plan.comparison';
export { stepsUntil, type PlanProgress, type PlanStep } from './plan.steps';
