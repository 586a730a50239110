import { goalRegister, measureRegister, problemRegister } from '@tenure/improvement-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CreateGoalRegister1700000003220 } from './goal.migration';
import { GoalRegisterEntry } from './goal-register.entity';
import { CreateImprovementDue1700000003200 } from './improvement.migration';
import { CreateImprovementRegisters1700000003210 } from './improvement.registers.migration';
import { MeasureRegisterEntry } from './measure-register.entity';
import { ProblemRegisterEntry } from './problem-register.entity';

export const improvementProjections: readonly ProjectionBinding[] = [
  bindProjection(problemRegister, ProblemRegisterEntry),
  bindProjection(measureRegister, MeasureRegisterEntry),
  bindProjection(goalRegister, GoalRegisterEntry),
];

export const improvementMigrations = [
  CreateImprovementDue1700000003200,
  CreateImprovementRegisters1700000003210,
  CreateGoalRegister1700000003220,
];
