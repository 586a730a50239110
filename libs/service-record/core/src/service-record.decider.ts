import { accept, fingerprintOf, reject, type Decider, type Decision } from '@tenure/kernel';
import type { ServiceRecordCommand, ServiceRecordEvent, ServiceRecordRejection } from '@tenure/service-record-contract';
import type { Plain } from '@tenure/shared-contract';

type Command = Plain<ServiceRecordCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<ServiceRecordEvent, ServiceRecordRejection>;

export interface MadeRecord {
  readonly status: 'made';
  readonly customerId: string;
  readonly responsible: string;
  readonly servedAt: string;
  /** Stands for what was recorded. */
  readonly fingerprint: string;
  readonly signedOffBy?: string;
  readonly satisfaction?: number;
}

export type ServiceRecord = { readonly status: 'absent' } | MadeRecord;

/** One service record, signed off by the person responsible for it (R11). */
export const serviceRecord: Decider<ServiceRecord, Command, ServiceRecordEvent, ServiceRecordRejection> = {
  initial: { status: 'absent' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'ServiceRecorded': {
        const { customerId, responsible, servedAt } = event.data;
        return { status: 'made', customerId, responsible, servedAt, fingerprint: fingerprintOf(event.data) };
      }
      case 'ServiceRecordSignedOff':
        return state.status === 'absent' ? state : { ...state, signedOffBy: event.data.by };
      case 'ServiceRecordRated':
        return state.status === 'absent' ? state : { ...state, satisfaction: event.data.satisfaction };
    }
  },
  decide: (command, state) => {
    if (command.type === 'RecordService') return record(command, state);
    if (state.status === 'absent') return reject('service-record-not-found');
    if (Date.parse(command.occurredAt) < Date.parse(state.servedAt)) {
      return reject('service-record-happened-before-service', `the customer was served at ${state.servedAt}`);
    }
    return command.type === 'SignOffServiceRecord' ? signOff(command, state) : rate(command, state);
  },
};

function record(command: Of<'RecordService'>, state: ServiceRecord): Outcome {
  const { recordId, customerId, serviceType, contact, problem, result, servedBy, remark, caseId } = command;
  const about = { recordId, customerId, serviceType, contact, problem, result, servedBy, remark, caseId };
  const data = { ...about, responsible: command.responsible ?? servedBy, servedAt: command.occurredAt };
  if (state.status === 'absent') return accept({ type: 'ServiceRecorded', data });
  return state.fingerprint === fingerprintOf(data) ? accept() : reject('service-record-already-made-differently');
}

function signOff({ recordId, by, occurredAt }: Of<'SignOffServiceRecord'>, state: MadeRecord): Outcome {
  if (by !== state.responsible) {
    return reject('service-record-not-yours-to-sign', `${state.responsible} is responsible for the record`);
  }
  if (state.signedOffBy !== undefined) return accept();
  const data = { recordId, customerId: state.customerId, by, signedOffAt: occurredAt };
  return accept({ type: 'ServiceRecordSignedOff', data });
}

function rate({ recordId, satisfaction, occurredAt }: Of<'RateServiceRecord'>, state: MadeRecord): Outcome {
  if (state.satisfaction === satisfaction) return accept();
  if (state.satisfaction !== undefined) {
    return reject('service-record-already-rated-differently', `the customer gave it a ${state.satisfaction}`);
  }
  const data = { recordId, customerId: state.customerId, satisfaction, ratedAt: occurredAt };
  return accept({ type: 'ServiceRecordRated', data });
}
