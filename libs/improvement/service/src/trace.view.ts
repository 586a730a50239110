import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Text } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import { TRACE_KINDS, type Trace, type TraceEdge, type TraceKind, type TraceNode } from './trace.graph';

const words = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const;

export class TraceNodeView implements TraceNode {
  @ApiProperty({ example: 'problem:p-1', description: 'Its kind and its id.' })
  readonly id!: string;

  @ApiProperty({ enum: TRACE_KINDS })
  readonly kind!: TraceKind;

  @ApiProperty(words)
  readonly title!: Text;

  @ApiProperty({ ...words, nullable: true, description: 'How it stands.' })
  readonly note!: Text | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where it is read.' })
  readonly href!: string | null;
}

export class TraceEdgeView implements TraceEdge {
  @ApiProperty()
  readonly from!: string;

  @ApiProperty()
  readonly to!: string;
}

/** What led to what: complaint → theme → problem → causes → measures → standard and metric. */
export class TraceView implements Trace {
  @ApiProperty({ example: 'complaint:c-1', description: 'The node that was asked about.' })
  readonly of!: string;

  @ApiProperty({ type: [TraceNodeView] })
  readonly nodes!: readonly TraceNodeView[];

  @ApiProperty({ type: [TraceEdgeView] })
  readonly edges!: readonly TraceEdgeView[];
}

export class TraceQuery {
  @ApiPropertyOptional({ enum: ['json', 'svg'], default: 'json', description: 'As data, or as a picture.' })
  @IsIn(['json', 'svg'])
  readonly format: 'json' | 'svg' = 'json';

  @ApiPropertyOptional({ enum: ['zh', 'en'], default: 'zh', description: 'Of the picture.' })
  @IsIn(['zh', 'en'])
  readonly language: 'zh' | 'en' = 'zh';
}
