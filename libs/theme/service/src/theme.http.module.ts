import { Module } from '@nestjs/common';
import { DetectionReading } from './detection.reading';
import { ThemeController } from './theme.controller';
import { ThemedTextList } from './themed-text.list';
import { ThemeModule } from './theme.module';
import { ThemeMonths } from './theme.months';
import { ThemeTitles } from './theme.titles';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook and a global DataSource. */
@Module({
  imports: [ThemeModule],
  controllers: [ThemeController],
  providers: [ThemeTitles, ThemeMonths, ThemedTextList, DetectionReading],
})
export class ThemeHttpModule {}
