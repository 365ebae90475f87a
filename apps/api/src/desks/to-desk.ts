import type { DeskStatement, DeskView } from '#introductions';
import { WEEKDAYS } from '../graphql/enums/curation.js';
import { globalId } from '../graphql/global-id.js';
import type { StateDeskInput } from './desk.inputs.js';
import type { NetworkDesk } from './desk.type.js';

/** The graph's desk: the service has decided that this viewer may see it. */
export function toDesk({ networkId, statement, people, revision }: DeskView): NetworkDesk {
  return {
    __typename: 'NetworkDesk',
    id: globalId('NetworkDesk', networkId),
    networkId,
    statement: statement && {
      ...statement,
      workingDays: WEEKDAYS.filter((_day, i) => statement.workingDays.includes(i + 1)),
      languages: [...statement.languages],
    },
    people:
      people?.map(({ accountId, name, duties }) => ({
        accountId: globalId('Account', accountId),
        name,
        duties: [...duties],
      })) ?? null,
    revision,
  };
}

export function toStatement(input: StateDeskInput): DeskStatement {
  const { address, timeZone, workingDays, opens, closes, languages } = input;
  const days = workingDays.map((day) => WEEKDAYS.indexOf(day) + 1);
  return { address, timeZone, workingDays: days, opens, closes, languages };
}
