import { Controller, Get, HttpCode, HttpStatus, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { UnknownProjectionError } from '@tenure/projections';
import { fail, failAt } from '../problem.error';
import { ANY_REQUEST, ApiProblems } from '../problem.responses';
import { ReadOperation } from '../read.operation';
import { ProjectionControl } from './projection.control';
import { ProjectionStatusView, RebuildStarted } from './projection.status.answer';

@ApiTags('projections')
@Controller('projections')
export class ProjectionsController {
  constructor(@Inject(ProjectionControl) private readonly projections: ProjectionControl) {}

  @Get()
  @ReadOperation({
    id: 'listProjections',
    summary: 'How far each read model is behind the log, in events and seconds',
    answer: ProjectionStatusView,
    list: true,
  })
  list(): Promise<ProjectionStatusView[]> {
    return this.projections.status();
  }

  @Post(':name/rebuild')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    operationId: 'rebuildProjection',
    summary: 'Build a read model anew from the first event on',
    description: 'Answers once it is under way; the rows that are there serve until the new ones take their place.',
  })
  @ApiParam({ name: 'name', schema: { type: 'string' } })
  @ApiQuery({
    name: 'resume',
    required: false,
    schema: { type: 'string', enum: ['true', 'false'] },
    description: 'Go on where one was broken off, where version and table are the same; right where the fold is, too.',
  })
  @ApiResponse({ status: 202, type: RebuildStarted, description: 'Under way.' })
  @ApiProblems({ ...ANY_REQUEST, 404: 'There is no projection of that name.' })
  rebuild(@Param('name') name: string, @Query('resume') resume = 'false'): RebuildStarted {
    if (!['true', 'false'].includes(resume))
      throw failAt('invalid-parameter', 'resume', 'resume must be true or false');
    try {
      return this.projections.rebuild(name, resume === 'true');
    } catch (error) {
      if (error instanceof UnknownProjectionError) throw fail('not-found', error.message, {}, { cause: error });
      throw error;
    }
  }
}
