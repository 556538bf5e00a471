import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Facts } from '../desk/Section.tsx';
import { OneRecord } from '../lists/Record.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import type { FullMail } from './full-mail.ts';
import { MailCommands } from './MailCommands.tsx';
import { MailState } from './MailState.tsx';
import { nonceOfPage, previewOf } from './preview.ts';

// The link opens the applicant's own pages, so it is put in only as the mail leaves, and nobody here sees it.
const linkMark = '{{link}}';
const shownLink = /(>[^<]*)\{\{link\}\}/g;

function Body({ mail }: { mail: FullMail }) {
  const { t } = useSpeech();
  const [at, setAt] = useState<'text' | 'html'>('text');
  const link = t('mails.link_here');
  return (
    <Card>
      <Tabs value={at} onChange={(_event, next: 'text' | 'html') => setAt(next)} aria-label={t('mails.form')}>
        <Tab value="text" label={t('mails.text')} />
        <Tab value="html" label={t('mails.html')} disabled={mail.html_body === null} />
      </Tabs>
      {at === 'text' ? (
        <Box sx={{ p: 2, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.9rem' }}>
          {mail.text_body?.replaceAll(linkMark, link) ?? t('desk.erased')}
        </Box>
      ) : (
        // No permission at all inside: no scripts, no forms, no way out; what it looks like is all it gives.
        <iframe
          title={t('mails.html')}
          sandbox=""
          srcDoc={previewOf((mail.html_body ?? '').replace(shownLink, `$1${link}`), nonceOfPage())}
          width="100%"
          height="560"
          style={{ border: 0, background: '#fff' }}
        />
      )}
    </Card>
  );
}

function Page({ mail }: { mail: FullMail }) {
  const { t } = useSpeech();
  return (
    <Box sx={{ maxWidth: 860, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h1">{mail.subject ?? t('desk.erased')}</Typography>
        <MailState state={mail.state} />
      </Box>
      {mail.last_error && (
        <Alert severity="error" variant="outlined">
          {t('mails.error', { error: mail.last_error })}
        </Alert>
      )}
      <Facts
        rows={[
          [t('mails.column.to'), `${mail.to_name ?? ''} <${mail.to_address ?? t('desk.erased')}>`],
          [t('mails.column.template'), t(`mail_template.${mail.template}`, { _: mail.template })],
          [t('mails.written'), <When key="written" at={mail.created_at} />],
          [t('mails.sent'), <When key="sent" at={mail.sent_at} />],
          [t('mails.attempts'), String(mail.attempts)],
          [t('mails.reply'), mail.smtp_reply ?? '–'],
          [
            t('mails.column.case'),
            mail.subject_kind === 'application' ? (
              <Link key="case" component={RouterLink} to={`/applications/${mail.subject_id}/show`}>
                {mail.case_number ?? t('common.open')}
              </Link>
            ) : (
              '–'
            ),
          ],
        ]}
      />
      <MailCommands mail={mail} />
      <Body mail={mail} />
    </Box>
  );
}

export default function Mail() {
  return (
    <Allowed permission="mail.read">
      <OneRecord<FullMail> resource="mails">{(mail) => <Page mail={mail} />}</OneRecord>
    </Allowed>
  );
}
