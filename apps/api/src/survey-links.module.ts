import { Module, type DynamicModule } from '@nestjs/common';
import { SurveyLinks } from '@tenure/feedback-contract';

/** Tells which invitation a link leads to, for the whole application. */
@Module({})
export class SurveyLinksModule {
  static on(links: SurveyLinks): DynamicModule {
    const provider = { provide: SurveyLinks, useValue: links };
    return { module: SurveyLinksModule, global: true, providers: [provider], exports: [SurveyLinks] };
  }
}
