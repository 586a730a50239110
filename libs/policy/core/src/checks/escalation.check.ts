import type { EscalationContent } from '@tenure/policy-contract';
import { firstIn, firstOf, notAscending, twice, type ContentFlaw } from './content.flaw';

export const checkEscalation = ({ reminder, steps }: EscalationContent): ContentFlaw | undefined =>
  firstOf(
    () => toldTwice('content.reminder', reminder),
    () => firstIn(steps, (step, index) => toldTwice(`content.steps[${index}]`, step)),
    () =>
      notAscending(
        'policy-steps-not-ascending',
        steps.map(({ afterMinutes }) => afterMinutes),
        (index) => `content.steps[${index}].afterMinutes`,
      ),
  );

const toldTwice = (
  place: string,
  { notify, channels }: Pick<EscalationContent['reminder'], 'notify' | 'channels'>,
): ContentFlaw | undefined =>
  firstOf(
    () => twice('policy-notifies-someone-twice', notify, (index) => `${place}.notify[${index}]`),
    () => twice('policy-notifies-someone-twice', channels, (index) => `${place}.channels[${index}]`),
  );
