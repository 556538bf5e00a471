import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DataTable, SelectInput } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { z } from 'zod';
import { type mailRow, mailStates } from '../../../server/notifications/schema.ts';
import type { Wire } from '../../shared/api.ts';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { DeskList } from '../lists/DeskList.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { MailState } from './MailState.tsx';

export type MailRow = Wire<z.infer<typeof mailRow>>;
const Column = DataTable.Col<MailRow>;
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
    choices={mailStates.map((id) => ({ id, name: `mail_state.${id}` }))}
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

function Rows() {
  const { t } = useSpeech();
  return (
    <DataTable size="small" bulkActionButtons={false} rowClick="show">
      <Column
        source="state"
        label="mails.column.state"
        disableSort
        render={(mail) => <MailState state={mail.state} />}
      />
      <Column
        source="subject"
        label="mails.column.subject"
        disableSort
        render={(mail) => (
          <Link component={RouterLink} to={page(mail)} sx={{ fontWeight: 600 }}>
            {mail.subject ?? t('desk.erased')}
          </Link>
        )}
      />
      <Column
        source="to_name"
        label="mails.column.to"
        disableSort
        render={(mail) => (
          <Box>
            {mail.to_name ?? t('desk.erased')}
            <Typography variant="caption" component="div" color="textSecondary">
              {mail.to_address}
            </Typography>
          </Box>
        )}
      />
      <Column
        source="template"
        label="mails.column.template"
        disableSort
        render={(mail) => t(`mail_template.${mail.template}`, { _: mail.template })}
      />
      <Column
        source="case_number"
        label="mails.column.case"
        disableSort
        render={(mail) => <span style={{ whiteSpace: 'nowrap' }}>{mail.case_number ?? '–'}</span>}
      />
      <Column
        source="created_at"
        label="mails.column.when"
        render={(mail) => <When at={mail.sent_at ?? mail.created_at} />}
      />
    </DataTable>
  );
}

function Card({ mail }: { mail: MailRow }) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Link component={RouterLink} to={page(mail)} sx={{ fontWeight: 650 }}>
          {mail.subject}
        </Link>
        <MailState state={mail.state} />
      </Box>
      <Typography variant="caption" color="textSecondary">
        {mail.to_name} · <When at={mail.sent_at ?? mail.created_at} />
      </Typography>
    </Box>
  );
}

/** What was sent, to whom, from which template, delivered or not. */
export default function Mails() {
  return (
    <Allowed permission="mail.read">
      <DeskList<MailRow>
        name="mails"
        resource="mails"
        sort={{ field: 'created_at', order: 'DESC' }}
        filters={filters}
        table={<Rows />}
        card={(mail) => <Card mail={mail} />}
      />
    </Allowed>
  );
}
