import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { useMay } from '../providers/session.ts';
import type { FullMail } from './full-mail.ts';

/** Sends a letter again; in a demo its link can be opened as the recipient would. */
export function MailCommands({ mail }: { mail: FullMail }) {
  const { t } = useSpeech();
  const may = useMay();
  const queries = useQueryClient();
  const resend = useMutation({
    mutationFn: () => post(`/api/mails/${mail.id}/resend`, undefined, mail.version),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mails'] }),
  });
  const open = useMutation({
    mutationFn: () => post<{ link: string }>(`/api/mails/${mail.id}/open-link`),
    onSuccess: ({ link }) => window.open(link, '_blank', 'noopener'),
  });
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      {may('mail.resend') && mail.state !== 'queued' && (
        <Button variant="outlined" loading={resend.isPending} onClick={() => resend.mutate()}>
          {t('mails.resend')}
        </Button>
      )}
      {mail.can_open && (
        <Button variant="outlined" loading={open.isPending} onClick={() => open.mutate()}>
          {t('mails.open_link')}
        </Button>
      )}
      {(resend.error ?? open.error) && <ProblemNotice error={resend.error ?? open.error} />}
    </Box>
  );
}
