export {
  brierScore,
  calibrationError,
  calibrationLine,
  calibrationTable,
  logLoss,
  type CalibrationGroup,
} from './calibration.measures';
export { areaUnderCurve, liftAtTop } from './discrimination.measures';
export type { Judged } from './judged.prediction';
export { kaplanMeier, survivalAt, type Duration, type SurvivalStep } from './kaplan.meier';
export type { Example } from './logistic.example';
export { fitLogistic, logOdds, probabilityOf, type LogisticFit } from './logistic.regression';
export { fitMbgNbd, type MbgNbdFit } from './mbg-nbd.fit';
export {
  logLikelihood,
  probabilityAlive,
  probabilityOfNone,
  type BuyingHistory,
  type MbgNbdParameters,
} from './mbg-nbd.model';
export { meanInterval, welchInterval, type Sample } from './mean.bounds';
export { normalQuantile } from './normal.quantile';
export { newcombeInterval, wilsonInterval, type Interval, type Proportion } from './proportion.bounds';
export { incompleteBeta } from './incomplete.beta';
export { logChoose, logGamma } from './log.gamma';
export { binomialUpperTail, hypergeometricUpperTail, studentUpperTail, type Draw } from './upper.tails';
