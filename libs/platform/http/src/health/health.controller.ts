import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Health, Liveness } from './health.answer';
import { ReadinessChecks } from './readiness.checks';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(ReadinessChecks) private readonly checks: ReadinessChecks) {}

  @Get('live')
  @ApiOperation({ operationId: 'getLiveness', summary: 'Whether the process answers at all' })
  @ApiResponse({ status: 200, type: Liveness })
  live(): Liveness {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'getReadiness', summary: 'Whether everything that requests need is there' })
  @ApiResponse({ status: 200, type: Health, description: 'Ready.' })
  @ApiResponse({ status: 503, type: Health, description: 'Not ready; the checks that are down say why.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const health = await this.checks.run();
    if (health.status !== 'ready') void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return health;
  }
}
