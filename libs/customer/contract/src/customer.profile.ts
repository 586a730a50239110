import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsEmail, IsIn, Length, Matches, MaxLength } from 'class-validator';
import { Command, IdProperty, IsDay, IsId, MayBeAbsent } from '@tenure/shared-contract';
import {
  COMPANY_SIZES,
  CONTACT_ROLES,
  CUSTOMER_KINDS,
  FIELD_SOURCES,
  GROWTH_POTENTIALS,
  INDUSTRY_CODE,
  NEED_TAGS,
  type CompanySize,
  type ContactRole,
  type CustomerKind,
  type FieldSource,
  type GrowthPotential,
  type NeedTag,
} from './customer.vocabulary';

/** The profile's fields, every one optional, with the source that all of them came from. */
export abstract class ProfileCommand extends Command {
  @IdProperty('Id of the customer, chosen by the sender.')
  readonly customerId!: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @Length(1, 200)
  readonly name?: string;

  @ApiPropertyOptional({ enum: CUSTOMER_KINDS })
  @MayBeAbsent()
  @IsIn(CUSTOMER_KINDS)
  readonly kind?: CustomerKind;

  @ApiPropertyOptional({ pattern: INDUSTRY_CODE.source, example: 'C34', description: 'GB/T 4754-2017.' })
  @MayBeAbsent()
  @Matches(INDUSTRY_CODE, { message: '$property must be a code of GB/T 4754-2017 such as C34' })
  readonly industryCode?: string;

  @ApiPropertyOptional({ enum: COMPANY_SIZES })
  @MayBeAbsent()
  @IsIn(COMPANY_SIZES)
  readonly companySize?: CompanySize;

  @ApiPropertyOptional({ maxLength: 100, description: 'Country or region as its source names it.' })
  @MayBeAbsent()
  @Length(1, 100)
  readonly country?: string;

  @ApiPropertyOptional({ format: 'date', description: 'First day of cooperation; else that of the first purchase.' })
  @MayBeAbsent()
  @IsDay()
  readonly cooperationSince?: string;

  @ApiPropertyOptional({ enum: GROWTH_POTENTIALS })
  @MayBeAbsent()
  @IsIn(GROWTH_POTENTIALS)
  readonly growthPotential?: GrowthPotential;

  @ApiPropertyOptional({ enum: NEED_TAGS, isArray: true })
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(NEED_TAGS, { each: true })
  readonly needTags?: readonly NeedTag[];

  @ApiPropertyOptional({ type: [String], maxItems: 50, description: 'What the customer prefers to buy, and how.' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @Length(1, 500, { each: true })
  readonly preferences?: readonly string[];

  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @Length(1, 500, { each: true })
  readonly painPoints?: readonly string[];

  @ApiPropertyOptional({ maxLength: 128, description: 'Id of the customer who brought them (转介绍).' })
  @MayBeAbsent()
  @IsId()
  readonly referredBy?: string;

  @ApiProperty({ enum: FIELD_SOURCES, description: 'Where these fields came from.' })
  @IsIn(FIELD_SOURCES)
  readonly fieldSource!: FieldSource;
}

/** A person to talk to. */
export class Contact {
  @IdProperty('Id of the contact, unique within the customer.')
  readonly contactId!: string;

  @ApiProperty({ maxLength: 200 })
  @Length(1, 200)
  readonly name!: string;

  @ApiProperty({ enum: CONTACT_ROLES })
  @IsIn(CONTACT_ROLES)
  readonly role!: ContactRole;

  @ApiPropertyOptional({ maxLength: 50 })
  @MayBeAbsent()
  @MaxLength(50)
  readonly phone?: string;

  @ApiPropertyOptional({ format: 'email' })
  @MayBeAbsent()
  @IsEmail()
  readonly email?: string;
}
