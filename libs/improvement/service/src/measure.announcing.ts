import { Inject, Injectable } from '@nestjs/common';
import { CommandCatalogue } from '@tenure/commands';
import { Clock } from '@tenure/http';
import { AnnounceMeasure, ProblemImpactReader } from '@tenure/improvement-contract';
import type { Command } from '@tenure/shared-contract';
import { ImprovementStreams } from './improvement.streams';

const { type } = new AnnounceMeasure();

/** Checks what a person asks for; the platform's own list of commands from outside does not have it. */
const forms = new CommandCatalogue([{ command: AnnounceMeasure, cloudEventType: 'tenure.measure.announced' }]);

/** Brings those whom a measure affects to whoever has them told. */
@Injectable()
export class MeasureAnnouncing {
  constructor(
    @Inject(ImprovementStreams) private readonly streams: ImprovementStreams,
    @Inject(ProblemImpactReader) private readonly impacts: ProblemImpactReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws InvalidCommandError, and the event store's typed errors. */
  async parserFor(form: object): Promise<{ readonly name: string; readonly parse: (payload: object) => Command }> {
    const asked = Object.assign(new AnnounceMeasure(), forms.parse(type, { occurredAt: this.clock.now(), ...form }));
    const measure = await this.streams.measure(asked.measureId);
    const isKnown = measure.stage !== 'absent';
    const customerIds = isKnown ? await this.impacts.customers(measure.problemId, asked.occurredAt) : [];
    return { name: type, parse: (payload) => Object.assign(forms.parse(type, payload), { customerIds }) };
  }
}
