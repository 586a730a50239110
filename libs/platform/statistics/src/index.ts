export { kaplanMeier, survivalAt, type Duration, type SurvivalStep } from './kaplan.meier';
export { newcombeInterval, wilsonInterval, type Interval, type Proportion } from './proportion.bounds';
