import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { get, post } from '../../shared/api.ts';
import { problemOf } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useMay } from '../providers/session.ts';
import { wordBookProblem } from './book-problem.ts';

interface BookFile {
  kind: string;
  version: string;
  document: Record<string, unknown>;
}

function saveAs(name: string, content: BookFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A draft from this book or from a file, and this book as a file. */
export function StartDraft({ book }: { book: { id: string; kind: string; version: string } }) {
  const { t } = useSpeech();
  const may = useMay();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const fail = (error: unknown) => notify(wordBookProblem(t, problemOf(error)), { type: 'error' });
  const { mutate, isPending } = useMutation({
    mutationFn: (document?: unknown) =>
      post<{ id: string }>('/api/policies/start-draft', {
        kind: book.kind,
        ...(document ? { document } : {}),
      }),
    onSuccess: ({ id }) => navigate(`/policies/${id}/show`),
    onError: fail,
    onSettled: () => queries.invalidateQueries({ queryKey: ['policies'] }),
  });
  const importFile = async (file: File) => {
    try {
      const read = JSON.parse(await file.text()) as Partial<BookFile>;
      if (read.kind !== book.kind || typeof read.document !== 'object') throw new Error('not this kind');
      mutate(read.document);
    } catch {
      notify(t('rule_book.reason.not_a_book'), { type: 'error' });
    }
  };
  const exportFile = () =>
    get<BookFile>(`/api/policies/${book.id}/file`)
      .then((file) => saveAs(`${file.kind}-${file.version}.json`, file))
      .catch(fail);
  return (
    <>
      {may('policies.edit') && (
        <>
          <Button variant="contained" loading={isPending} onClick={() => mutate(undefined)}>
            {t('rule_book.start')}
          </Button>
          <Button variant="outlined" onClick={() => input.current?.click()}>
            {t('rule_book.import')}
          </Button>
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            hidden
            aria-label={t('rule_book.import')}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) importFile(file);
            }}
          />
        </>
      )}
      <Button variant="text" onClick={exportFile}>
        {t('rule_book.export')}
      </Button>
    </>
  );
}
