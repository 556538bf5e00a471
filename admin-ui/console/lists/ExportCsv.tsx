import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useListContext, useNotify } from 'react-admin';
import { download } from '../../shared/api.ts';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { withoutBlanks } from '../providers/data.ts';

/** The list as it is narrowed and sorted now, whole and not just this page, made by the server. */
export function ExportCsv() {
  const { t } = useSpeech();
  const notify = useNotify();
  const { resource, filterValues, sort, total } = useListContext();
  const { mutate, isPending } = useMutation({
    mutationFn: () => {
      const asked = new URLSearchParams({
        filter: JSON.stringify(withoutBlanks(filterValues)),
        sort: JSON.stringify([sort.field, sort.order]),
      });
      return download(`/api/${resource}?${asked}`, `assay-${resource}.csv`);
    },
    onSuccess: (headers) => {
      if (headers.get('x-export-more') !== 'true') return;
      notify(t('list.export_more', { max: headers.get('x-export-max') }), { type: 'warning' });
    },
    onError: (error) => notify(problemText(t, error), { type: 'error' }),
  });
  return (
    <Button
      size="small"
      startIcon={<DownloadIcon />}
      loading={isPending}
      loadingPosition="start"
      disabled={total === 0}
      onClick={() => mutate()}
    >
      {t('ra.action.export')}
    </Button>
  );
}
