import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { bytes } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { KeptFile } from '../wire.ts';
import type { Running } from './useUploads.ts';

function Row({ children, bad }: { children: ReactNode; bad?: boolean }) {
  return (
    <Box
      component="li"
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        p: 1,
        borderRadius: 1,
        border: '1px solid',
        borderColor: bad ? theme.palette.tone.bad.line : 'divider',
        bgcolor: 'background.paper',
        overflowWrap: 'anywhere',
      })}
    >
      {children}
    </Box>
  );
}

const grow = { flex: '1 1 180px', minWidth: 0 } as const;

export function KeptRow({ file, onRemove }: { file: KeptFile | undefined; onRemove?: () => void }) {
  const { t, locale } = useSpeech();
  const name = file?.name ?? t('portal.file.unknown');
  return (
    <Row>
      <Box sx={grow}>
        {file ? <Link href={`/api/portal/files/${file.id}`}>{name}</Link> : name}
        {file && (
          <Typography variant="caption" color="textSecondary" sx={{ ml: 1 }}>
            {bytes(file.size, locale)}
          </Typography>
        )}
      </Box>
      {onRemove && (
        <Button className="no-print" aria-label={t('portal.remove_named', { name })} onClick={onRemove}>
          {t('portal.remove')}
        </Button>
      )}
    </Row>
  );
}

interface RunningProps {
  upload: Running;
  onAgain: () => void;
  onDrop: () => void;
}

export function RunningRow({ upload, onAgain, onDrop }: RunningProps) {
  const { t } = useSpeech();
  const { name } = upload.file;
  if (upload.problem !== null) {
    const hopeless = ['too_large', 'unsupported_media_type', 'invalid_input', 'empty'].includes(
      upload.problem,
    );
    return (
      <Row bad>
        <Box sx={grow} role="alert">
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            {name}
          </Typography>
          <Typography variant="body2" sx={{ color: 'error.main' }}>
            {t(`portal.file.problem_${upload.problem}`, { _: '' }) || t(`problem.${upload.problem}`)}
          </Typography>
        </Box>
        {!hopeless && <Button onClick={onAgain}>{t('common.try_again')}</Button>}
        <Button onClick={onDrop} aria-label={t('portal.remove_named', { name })}>
          {t('portal.remove')}
        </Button>
      </Row>
    );
  }
  const share = Math.round(upload.share * 100);
  return (
    <Row>
      <Box sx={grow}>
        <Typography variant="body2">{name}</Typography>
        <LinearProgress
          variant="determinate"
          value={share}
          aria-label={t('portal.file.sending', { name })}
          sx={{ mt: 0.5 }}
        />
      </Box>
      <Button onClick={upload.cancel}>{t('common.cancel')}</Button>
    </Row>
  );
}
