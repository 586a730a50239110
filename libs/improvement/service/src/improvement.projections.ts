import { measureRegister, problemRegister } from '@tenure/improvement-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CreateImprovementDue1700000003200 } from './improvement.migration';
import { CreateImprovementRegisters1700000003210 } from './improvement.registers.migration';
import { MeasureRegisterEntry } from './measure-register.entity';
import { ProblemRegisterEntry } from './problem-register.entity';

export const improvementProjections: readonly ProjectionBinding[] = [
  bindProjection(problemRegister, ProblemRegisterEntry),
  bindProjection(measureRegister, MeasureRegisterEntry),
];

export const improvementMigrations = [CreateImprovementDue1700000003200, CreateImprovementRegisters1700000003210];
