import { SelectInput } from 'react-admin';
import type { z } from 'zod';
import type { mailRow } from '../../../server/notifications/schema.ts';
import type { Wire } from '../../shared/api.ts';
import { When } from '../../shared/components/When.tsx';
import { every } from '../lists/choices.ts';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { RowLink, TwoLines } from '../lists/RowCard.tsx';
import { MailState } from './MailState.tsx';

export type MailRow = Wire<z.infer<typeof mailRow>>;
const templates = [
  'received',
  'changes_requested',
  'reminder',
  'approved',
  'rejected',
  'lapsed',
  'withdrawn',
  'draft_link',
];

const filters = [
  <SelectInput
    key="state"
    source="state"
    alwaysOn
    label="mails.column.state"
    choices={every<MailRow['state']>('mail_state', {
      queued: true,
      sent: true,
      kept: true,
      refused: true,
      failed: true,
    })}
  />,
  <SelectInput
    key="template"
    source="template"
    alwaysOn
    label="mails.column.template"
    choices={templates.map((id) => ({ id, name: `mail_template.${id}` }))}
  />,
];
const page = (mail: MailRow) => `/mails/${mail.id}/show`;

const columns: ColumnOf<MailRow>[] = [
  { source: 'state', show: (mail) => <MailState state={mail.state} /> },
  {
    source: 'subject',
    show: (mail, { t }) => <RowLink to={page(mail)}>{mail.subject ?? t('desk.erased')}</RowLink>,
  },
  {
    source: 'to_name',
    label: 'to',
    show: (mail, { t }) => <TwoLines small={mail.to_address}>{mail.to_name ?? t('desk.erased')}</TwoLines>,
  },
  { source: 'template', show: (mail, { t }) => t(`mail_template.${mail.template}`, { _: mail.template }) },
  {
    source: 'case_number',
    label: 'case',
    show: (mail) => <span style={{ whiteSpace: 'nowrap' }}>{mail.case_number ?? '–'}</span>,
  },
  {
    source: 'created_at',
    label: 'when',
    sort: true,
    show: (mail) => <When at={mail.sent_at ?? mail.created_at} />,
  },
];

/** What was sent, to whom, from which template, delivered or not. */
export default function Mails() {
  return (
    <ListScreen<MailRow>
      permission="mail.read"
      name="mails"
      resource="mails"
      sort={{ field: 'created_at', order: 'DESC' }}
      filters={filters}
      columns={columns}
      to={page}
      card={(mail, { t }) => ({
        title: mail.subject ?? t('desk.erased'),
        aside: <MailState state={mail.state} />,
        line: (
          <>
            {mail.to_name ?? t('desk.erased')} · <When at={mail.sent_at ?? mail.created_at} />
          </>
        ),
      })}
    />
  );
}
