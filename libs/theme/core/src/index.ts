export {
  groupOfScope,
  groupsOf,
  isOfScope,
  kindOf,
  memberOf,
  scopeOf,
  type GroupKey,
  type ThemedComplaint,
} from './complaint.groups';
export { ComplaintWatch } from './complaint.watch';
export { problemsInPast, type PastProblem } from './problem.backtest';
export { testText, type Rise } from './rise.detection';
export { sameProblem, type KnownProblem } from './same.problem';
export { compileThemes, stepsOf, type CompiledThemes } from './theme.rules';
export { themeIdsOf, themesOf, type FoundTheme, type TextToTag, type ThemeReason } from './theme.tagging';
export { themesCorrection, type ThemesOfText } from './themes.correction';
