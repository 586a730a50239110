import { Global, Module } from '@nestjs/common';
import { ProblemCases, ProblemImpactReader } from '@tenure/improvement-contract';
import { ThemedTexts } from '@tenure/theme-contract';
import { StoredProblemCases } from './stored-problem.cases';
import { StoredProblemImpact } from './stored-problem.impact';
import { StoredThemedTexts } from './stored-themed.texts';

const ports = [
  { provide: ThemedTexts, useClass: StoredThemedTexts },
  { provide: ProblemCases, useClass: StoredProblemCases },
  { provide: ProblemImpactReader, useClass: StoredProblemImpact },
];

/** Tells other domains what texts are about, and which complaints are whose problem; needs a global DataSource. */
@Global()
@Module({ providers: ports, exports: ports.map(({ provide }) => provide) })
export class ThemePortsModule {}
