import { NullableBooleanInput, SelectInput } from 'react-admin';
import { channels } from '../../../server/kernel/taxonomy.ts';
import { Search } from '../lists/Search.tsx';

const choices = (room: string, ids: readonly string[]) => ids.map((id) => ({ id, name: `${room}.${id}` }));

export const channelChoices = choices('taxonomy.channel', channels);
export const languageChoices = choices('language', ['en', 'de']);

const states = choices('item_state', ['waiting', 'claimed', 'held', 'open']);
const kinds = choices('item_kind', ['application', 'second_decision']);
const onlyTrue = { nullLabel: 'list.any', trueLabel: 'common.yes', falseLabel: 'list.any' };

/** What the queue can be narrowed by; kept in the address, and savable as a query. */
export const queueFilters = [
  <Search key="q" source="q" alwaysOn hint="queue.search" />,
  <SelectInput key="state" source="state" alwaysOn label="queue.column.state" choices={states} />,
  <SelectInput
    key="channel"
    source="channel"
    alwaysOn
    label="queue.column.channel"
    choices={channelChoices}
  />,
  <SelectInput key="kind" source="kind" label="queue.column.kind" choices={kinds} />,
  <SelectInput key="language" source="language" label="queue.column.language" choices={languageChoices} />,
  <NullableBooleanInput key="mine" source="mine" label="queue.filter.mine" {...onlyTrue} />,
  <NullableBooleanInput key="overdue" source="overdue" label="queue.filter.overdue" {...onlyTrue} />,
  <NullableBooleanInput key="critical" source="critical" label="queue.filter.critical" {...onlyTrue} />,
];
