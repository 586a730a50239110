import { Module } from '@nestjs/common';
import { DetectionReading } from './detection.reading';
import { ThemeController } from './theme.controller';
import { ThemedTextList } from './themed-text.list';
import { ThemedTextReading } from './themed-text.reading';
import { ThemeModule } from './theme.module';
import { ThemeMonths } from './theme.months';
import { ThemeTitles } from './theme.titles';
import { WrittenTexts } from './written.texts';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook, and a global DataSource and EventStoreDBClient. */
@Module({
  imports: [ThemeModule],
  controllers: [ThemeController],
  providers: [ThemeTitles, ThemeMonths, ThemedTextList, ThemedTextReading, WrittenTexts, DetectionReading],
})
export class ThemeHttpModule {}
