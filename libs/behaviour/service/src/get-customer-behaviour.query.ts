import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CustomerEventsUntil } from '@tenure/behaviour-contract';
import { foldBehaviour, isBehaviourEvent, type CustomerBehaviour } from '@tenure/behaviour-facts';
import { Clock } from '@tenure/http';
import { DataSource } from 'typeorm';
import { CustomerBehaviourEntry } from './customer-behaviour.entity';
import { viewOf, type CustomerBehaviourView } from './customer-behaviour.view';

/** How a customer behaves as of now, or as of a moment (ISO 8601); undefined where nothing is, or was, known of them. */
export class GetCustomerBehaviour extends Query<CustomerBehaviourView | undefined> {
  constructor(
    readonly customerId: string,
    readonly at: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetCustomerBehaviour)
export class GetCustomerBehaviourHandler implements IQueryHandler<GetCustomerBehaviour> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CustomerEventsUntil) private readonly events: CustomerEventsUntil,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ customerId, at }: GetCustomerBehaviour): Promise<CustomerBehaviourView | undefined> {
    const behaviour = at === undefined ? await this.#known(customerId) : await this.#folded(customerId, at);
    return behaviour && viewOf(customerId, behaviour, at ?? this.clock.now());
  }

  async #known(customerId: string): Promise<CustomerBehaviour | undefined> {
    const row = await this.dataSource.getRepository(CustomerBehaviourEntry).findOneBy({ customerId });
    return row?.behaviour;
  }

  /** The row may know of what came later. */
  async #folded(customerId: string, at: string): Promise<CustomerBehaviour | undefined> {
    const events = await this.events.read(customerId, at);
    return events.filter(isBehaviourEvent).reduce<CustomerBehaviour | undefined>(foldBehaviour, undefined);
  }
}
