export {
  churnCodec,
  type ChurnEvent,
  type RiskBandEntered,
  type ScoreContribution,
  type ScoreExplanation,
} from './churn.events';
