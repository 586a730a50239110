import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many complaints of a group there were on a day; the group of all of them is `all`. */
@Entity('theme_day_count')
export class ThemeDayCountRow {
  /** Such as `theme:late-delivery`. */
  @PrimaryColumn({ name: 'complaint_group', type: 'text' })
  group!: string;

  /** Counted from 1970-01-01 in the time zone of the policy. */
  @PrimaryColumn({ type: 'integer' })
  day!: number;

  @Column('integer')
  cases!: number;
}
