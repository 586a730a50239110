export {
  EnterRiskBand,
  EvaluateChurnModel,
  FitChurnModel,
  FITTED_METHODS,
  type ChurnCommand,
  type ChurnRejection,
  type FittedMethod,
} from './churn.commands';
export {
  churnCodec,
  type ChurnEvent,
  type RiskBandEntered,
  type RiskModelRef,
  type ScoreContribution,
  type ScoreExplanation,
} from './churn.events';
