import { Body, Controller, HttpCode, HttpStatus, Inject, Param, Post } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Clock, fail, failAt, IdPipe, QueryPipe, ReadOperation } from '@tenure/http';
import { SimulationTally, type TriedJourney } from '@tenure/journey-core';
import { PolicyBook } from '@tenure/policy-contract';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { IsInt, Min } from 'class-validator';
import { JourneySimulating, type SimulatedTime } from './simulation.running';
import { SimulationView } from './simulation.view';

const MOST_EXAMPLES = 100;
const YEAR_MS = 365 * 86_400_000;

export class SimulateJourneyBody {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Entries from here on; a year before the end unless given.',
  })
  @MayBeAbsent()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Excluded; now unless given, and not later than that.' })
  @MayBeAbsent()
  @IsInstant()
  readonly until?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'The draft unless given, else the newest one.' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  readonly version?: number;
}

@ApiTags('journeys')
@Controller('journeys/:journeyId')
export class JourneySimulationController {
  constructor(
    @Inject(JourneySimulating) private readonly simulating: JourneySimulating,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Post('simulate')
  @HttpCode(HttpStatus.OK)
  @ReadOperation({
    id: 'simulateJourney',
    summary: 'Whom a journey, published or a draft, would have reached and when',
    description: 'Goes through the whole history. Nothing is sent, and nothing recorded.',
    answer: SimulationView,
    path: ['journeyId'],
    body: SimulateJourneyBody,
  })
  async simulate(
    @Param('journeyId', IdPipe) journeyId: string,
    @Body(QueryPipe) { from, until, version }: SimulateJourneyBody,
  ): Promise<SimulationView> {
    const time = this.#timeOf(from, until);
    const { isDraft, ...journey } = await this.#journey(journeyId, version);
    const tally = new SimulationTally(journey.content, MOST_EXAMPLES);
    await this.simulating.each([journey], time, (_customerId, [events = []]) => tally.add(events));
    const notes = await this.simulating.notes(journey.content, this.clock.now());
    return { journeyId, version: journey.version, isDraft, ...time, ...tally.result(), notes };
  }

  #timeOf(from: string | undefined, until = this.clock.now()): SimulatedTime {
    const untilMs = Date.parse(until);
    if (untilMs > Date.parse(this.clock.now())) {
      throw failAt('invalid-parameter', 'until', `until ${until} is yet to come: nobody knows what customers will do`);
    }
    const time = { from: from ?? new Date(untilMs - YEAR_MS).toISOString(), until };
    if (Date.parse(time.from) >= untilMs) {
      throw failAt('invalid-parameter', 'from', `from ${time.from} is not before until ${until}`);
    }
    return time;
  }

  async #journey(
    journeyId: string,
    version: number | undefined,
  ): Promise<TriedJourney & { readonly isDraft: boolean }> {
    const draft = await this.policies.draft(journeyId);
    if (draft?.kind === 'journey' && (version ?? draft.version) === draft.version) {
      return { journeyId, version: draft.version, content: draft.content, isDraft: true };
    }
    const published = await this.policies.versions('journey', journeyId);
    const wanted = version === undefined ? published.at(-1) : published.find((one) => one.version === version);
    if (!wanted) throw fail('not-found', `There is no ${nameOf(version)} of a journey ${journeyId}`);
    return { journeyId, version: wanted.version, content: wanted.content, isDraft: false };
  }
}

const nameOf = (version: number | undefined): string => (version === undefined ? 'version' : `version ${version}`);
