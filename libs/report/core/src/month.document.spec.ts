import * as fc from 'fast-check';
import { monthDocument } from './month.document';
import type { ReportInputs } from './report.inputs';
import { hasNews, monthReport } from './report.model';
import { reportPage } from './report.page';
import { allMetrics, exampleInputs } from './testing/example.inputs';

const page = (inputs: ReportInputs, language: 'zh' | 'en' = 'en') =>
  reportPage(monthDocument(monthReport(inputs), language));
const tables = (language: 'zh' | 'en') =>
  monthDocument(monthReport(exampleInputs), language).sections.flatMap((section) => section.tables);
const tableNamed = (title: string) => tables('en').find((table) => table.title === title);

describe('report of a month', () => {
  it('counts cases by what they are, against the month before', () => {
    expect(tableNamed('Cases by type')?.rows).toEqual([
      ['Complaint', 6, 4, 2],
      ['Inquiry', 1, 0, 1],
    ]);
    expect(tableNamed('Cases by theme')?.rows).toEqual([
      ['Late', 2, 0, 2],
      ['Attitude', 1, 1, 0],
      ['(no theme)', 5, 3, 2],
    ]);
    expect(tableNamed('Cases by product')?.rows).toEqual([
      ['Lamp', 5, 4, 1],
      ['(not said)', 2, 0, 2],
    ]);
  });

  it('follows feedback from the complaint to what its measure was worth', () =>
    expect(tableNamed('Feedback tracking')?.rows).toEqual([
      [
        '2011-11-05',
        '宏达 <script>alert(1)</script>',
        'Late delivery <b>',
        'Delivery',
        '第二承运商',
        'ben',
        '2011-11-20',
        'Not effective',
      ],
      ['2011-11-06', 'k-2', 'Late delivery <b>', 'Delivery', '第二承运商', 'ben', '2011-11-20', 'Not effective'],
    ]));

  it('says what got worse', () => {
    const { worse } = monthReport(exampleInputs);
    const metrics = worse.metrics.map(({ metricId, tier }) => `${metricId} ${tier ?? 'all'}`);
    expect(metrics).toEqual(expect.arrayContaining(['csat all', 'csat A', 'nps all', 'resolution-rate all']));
    expect(metrics).not.toContain('first-response-hours all');
    expect(worse).toMatchObject({ problems: ['p-late'], measures: ['m-carrier'], goals: ['g-csat'] });
  });

  it('tells days by the clocks of its zone', () => {
    expect(page(exampleInputs)).toContain('From 2011-11-01 to 2011-11-30 (Asia/Shanghai)');
    expect(tableNamed('Service records')?.rows[0]?.[2]).toBe('2011-11-30');
  });

  it('has the same tables in both languages, each with a name of its own', () => {
    const [zh, en] = [tables('zh'), tables('en')];
    expect(zh.map(({ columns, rows }) => [columns.length, rows.length])).toEqual(
      en.map(({ columns, rows }) => [columns.length, rows.length]),
    );
    for (const all of [zh, en]) {
      // What Excel allows for the name of a sheet.
      expect(new Set(all.map(({ title }) => title.slice(0, 31).toLowerCase())).size).toBe(all.length);
      expect(all.map(({ title }) => title).filter((title) => /[\\/?*[\]:]/.test(title))).toEqual([]);
      for (const { columns, rows } of all) for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('has no markup of others, nothing from elsewhere, and no script', () => {
    const html = page(exampleInputs, 'zh');
    expect(html).toContain('宏达 &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&quot;late&quot; &amp; &lt;lost&gt;');
    expect(html).not.toMatch(/<script|<link|<img|<b>|src=|url\(/);
    expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('is the same whatever the order of what was counted', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...exampleInputs.cases.now], { minLength: 3 }),
        fc.shuffledSubarray([...exampleInputs.themed.now], { minLength: 2 }),
        (now, themed) => {
          const { cases } = exampleInputs;
          const shuffled = { ...exampleInputs, cases: { ...cases, now } };
          const themes = { ...exampleInputs.themed, now: new Map(themed) };
          expect(page({ ...shuffled, themed: themes })).toBe(page(exampleInputs));
        },
      ),
    ));

  it('is made of nothing without a fault, and knows that there is no news', () => {
    const none = { now: [], before: [] };
    const empty: ReportInputs = {
      ...exampleInputs,
      cases: none,
      themed: { now: new Map(), before: new Map() },
      heard: { now: new Map(), before: new Map() },
      themes: undefined,
      metrics: { now: allMetrics(null, 0), before: allMetrics(null, 0) },
      byTier: [],
      trend: [],
      dimensions: [],
      problems: [],
      measures: [],
      goals: [],
      problemCases: [],
      records: { total: 0, records: [] },
      names: new Map(),
      serviceLevels: undefined,
      classification: undefined,
    };
    expect(hasNews(monthReport(empty))).toBe(false);
    expect(page(empty)).not.toMatch(/NaN|undefined|Infinity/);
    expect(hasNews(monthReport(exampleInputs))).toBe(true);
    expect(hasNews(monthReport({ ...empty, cases: exampleInputs.cases }))).toBe(true);
    expect(hasNews(monthReport({ ...empty, metrics: { ...empty.metrics, now: allMetrics(60, 3) } }))).toBe(true);
  });
});
