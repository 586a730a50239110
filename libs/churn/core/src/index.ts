export { BandComparison } from './band.comparison';
export { churn, type CustomerRisk } from './churn.decider';
export { customerRisk, type CustomerRiskRow } from './customer-risk.projection';
export { labelledCustomers, type LabelledCustomer } from './learning/labelled.customer';
export { addDays, startOf, type LearningPeriod, type Snapshot } from './learning/learning.period';
export {
  CANDIDATES,
  evaluate,
  type Candidate,
  type EvaluatedCandidate,
  type EvaluatedModels,
  type Evaluation,
} from './learning/model.evaluation';
export { ModelLearning, type Learned } from './learning/model.learning';
export { SnapshotBehaviours } from './learning/snapshot.behaviours';
export { aliveUnder } from './mbg-nbd.explanation';
export { bandOf, scoreOf, type RiskScore } from './risk.score';
