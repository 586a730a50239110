import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fail, IdPipe, QueryPipe, ReadOperation } from '@tenure/http';
import { METRIC_IDS } from '@tenure/metric-contract';
import type { FastifyReply } from 'fastify';
import type { Trace } from './trace.graph';
import { tracePicture } from './trace.picture';
import { TraceReading } from './trace.reading';
import { TraceQuery, TraceView } from './trace.view';

const SVG = 'image/svg+xml';

const TraceOperation = (id: string, path: string, summary: string): MethodDecorator =>
  ReadOperation({
    id,
    summary,
    description: 'As a graph, or drawn (image/svg+xml).',
    answer: TraceView,
    path: [path],
    projections: ['problem-register', 'measure-register'],
  });

/** From any complaint forwards, from any metric backwards. */
@ApiTags('improvement')
@Controller()
export class TraceController {
  constructor(@Inject(TraceReading) private readonly traces: TraceReading) {}

  @Get('complaints/:complaintId/trace')
  @TraceOperation('traceComplaint', 'complaintId', 'What a complaint led to: problems, measures, standards, metrics')
  async complaint(
    @Param('complaintId', IdPipe) complaintId: string,
    @Query(QueryPipe) query: TraceQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Trace | string> {
    const trace = await this.traces.ofComplaint(complaintId);
    return shown(trace ?? nothing(`complaint ${complaintId}`), query, reply);
  }

  @Get('problems/:problemId/trace')
  @TraceOperation('traceProblem', 'problemId', 'Where a problem comes from, and what is done about it')
  async problem(
    @Param('problemId', IdPipe) problemId: string,
    @Query(QueryPipe) query: TraceQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Trace | string> {
    return shown((await this.traces.ofProblem(problemId)) ?? nothing(`problem ${problemId}`), query, reply);
  }

  @Get('measures/:measureId/trace')
  @TraceOperation('traceMeasure', 'measureId', 'Why a measure was taken, and what it changed')
  async measure(
    @Param('measureId', IdPipe) measureId: string,
    @Query(QueryPipe) query: TraceQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Trace | string> {
    return shown((await this.traces.ofMeasure(measureId)) ?? nothing(`measure ${measureId}`), query, reply);
  }

  @Get('customer-metrics/:metricId/trace')
  @TraceOperation('traceMetric', 'metricId', 'What was done about a metric, and because of which complaints')
  async metric(
    @Param('metricId', IdPipe) text: string,
    @Query(QueryPipe) query: TraceQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Trace | string> {
    const metricId = METRIC_IDS.find((one) => one === text) ?? nothing(`metric ${text}`);
    return shown(await this.traces.ofMetric(metricId), query, reply);
  }
}

function nothing(what: string): never {
  throw fail('not-found', `There is no ${what}`);
}

function shown(trace: Trace, { format, language }: TraceQuery, reply: FastifyReply): Trace | string {
  if (format === 'json') return trace;
  void reply.type(`${SVG}; charset=utf-8`).header('content-language', language);
  void reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
  return tracePicture(trace, language);
}
