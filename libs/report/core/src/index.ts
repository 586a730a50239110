export { monthDocument } from './month.document';
export type { ReportDocument, ReportTable } from './report.document';
export type { ReportInputs, Twice } from './report.inputs';
export { hasNews, monthReport, type ReportModel } from './report.model';
export { lastMomentOf, monthBefore, monthOf, standingOf, type ReportMonth } from './report.month';
export { reportPage } from './report.page';
