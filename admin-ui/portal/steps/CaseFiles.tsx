import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { post } from '../../shared/api.ts';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useValue } from '../draft/hooks.tsx';
import { useField } from '../fields/FieldFrame.tsx';
import { Group } from '../fields/Group.tsx';
import { KeptRow, RunningRow } from './FileRows.tsx';
import { useFiles } from './files.tsx';
import { accepted } from './upload.ts';
import { useUploads } from './useUploads.ts';
import { filesPerCase } from './vocabulary.ts';

/** What shows the figures: reports, invoices, exports. */
export function CaseFiles({ path }: { path: string }) {
  const { t } = useSpeech();
  const field = useField(path);
  const draft = useDraft();
  const files = useFiles();
  const [ids = []] = useValue<string[]>(path);
  const { running, send, drop, again, idsNow } = useUploads(path);
  const [note, setNote] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: FileList | null) => {
    setNote(send([...(chosen ?? [])]) ? null : t('portal.file.too_many', { max: filesPerCase }));
    if (input.current) input.current.value = '';
  };
  const remove = async (id: string) => {
    setNote(null);
    try {
      await post(`/api/portal/files/${id}/remove`);
    } catch (error) {
      if ((error as { status?: number }).status !== 404) {
        setNote(problemText(t, error));
        return;
      }
    }
    draft.change(
      path,
      idsNow().filter((one) => one !== id),
    );
  };
  return (
    <Group path={path} field={field} optional>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
        {ids.map((id) => (
          <KeptRow key={id} file={files.of(id)} onRemove={() => void remove(id)} />
        ))}
        {running.map((one) => (
          <RunningRow key={one.key} upload={one} onAgain={() => again(one)} onDrop={() => drop(one.key)} />
        ))}
      </Box>
      <input
        ref={input}
        id={field.id}
        type="file"
        multiple
        accept={accepted}
        aria-label={t('portal.file.add')}
        tabIndex={-1}
        onChange={(event) => take(event.target.files)}
        hidden
      />
      {ids.length < filesPerCase && (
        <Button variant="outlined" sx={{ mt: 1 }} className="no-print" onClick={() => input.current?.click()}>
          {t('portal.file.add')}
        </Button>
      )}
      {note && (
        <Typography role="alert" variant="body2" sx={{ mt: 0.75, color: 'error.main', fontWeight: 600 }}>
          {note}
        </Typography>
      )}
    </Group>
  );
}
