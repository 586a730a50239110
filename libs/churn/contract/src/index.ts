export { EnterRiskBand, type ChurnCommand } from './churn.commands';
export {
  churnCodec,
  type ChurnEvent,
  type RiskBandEntered,
  type RiskModelRef,
  type ScoreContribution,
  type ScoreExplanation,
} from './churn.events';
