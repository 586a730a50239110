import type { Language } from '@tenure/shared-contract';
import type { ReportDocument } from './report.document';
import { dayText, lastMomentOf } from './report.month';
import type { ReportModel } from './report.model';
import { clockSection, customerSection, satisfactionSection } from './section.figures';
import { formSection } from './section.forms';
import { goalSection, measureSection } from './section.improvement';
import { problemSection } from './section.problems';
import { volumeSection } from './section.volumes';
import { worseSection } from './section.worse';

/** 客户体验改进报告 of a month. It doesn't say when it was made: whenever it is made, it is the same. */
export const monthDocument = (model: ReportModel, language: Language): ReportDocument => ({
  language,
  title: { zh: `客户体验改进报告 ${model.month}`, en: `Customer experience improvement report ${model.month}` }[
    language
  ],
  lines: [
    {
      zh: `统计期 ${firstDay(model)} 至 ${lastDay(model)}（${model.timeZone}）。所有数字均为月末当时所知。`,
      en: `From ${firstDay(model)} to ${lastDay(model)} (${model.timeZone}). Every figure is as it was known when the month ended.`,
    }[language],
    {
      zh: `规则：${model.policy.policyId} 第 ${model.policy.version} 版；比较的置信水平 ${model.confidencePercent}%。`,
      en: `Rules: version ${model.policy.version} of ${model.policy.policyId}; compared at a confidence of ${model.confidencePercent} %.`,
    }[language],
  ],
  sections: [
    volumeSection(model, language),
    clockSection(model, language),
    satisfactionSection(model, language),
    customerSection(model, language),
    problemSection(model, language),
    measureSection(model, language),
    goalSection(model, language),
    worseSection(model, language),
    formSection(model, language),
  ],
});

const firstDay = ({ from, timeZone }: ReportModel): string => dayText(from, timeZone);

const lastDay = (model: ReportModel): string => dayText(lastMomentOf(model), model.timeZone);
