import AttachFileIcon from '@mui/icons-material/AttachFile';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { bytes } from '../../../shared/format.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';
import { ClaimedFigures } from './ClaimedFigures.tsx';

/** Case studies (M2) with the figures claimed in each and the files that back them. */
export function CaseStudies() {
  const { t, locale } = useSpeech();
  const { dossier } = useDesk();
  const files = new Map(dossier.files.map((file) => [file.id, file]));
  return (
    <Section title={t('desk.case_studies')} aside={t('desk.count', { n: dossier.form.case_studies.length })}>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {dossier.form.case_studies.map((study) => (
          <Card key={study.id} sx={{ p: 1.5 }}>
            <Typography variant="h3">{study.title}</Typography>
            <Typography variant="caption" color="textSecondary" component="p" sx={{ mb: 0.75 }}>
              {study.client_name}, {t(`taxonomy.relation.${study.client_relation}`)}
            </Typography>
            <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', mb: 1 }}>
              {study.summary}
            </Typography>
            <ClaimedFigures figures={study.figures} />
            {study.file_ids.map((id) => (
              <Link
                key={id}
                href={`/api/files/${id}`}
                variant="body2"
                sx={{ display: 'inline-flex', mr: 2, mt: 0.75 }}
              >
                <AttachFileIcon sx={{ fontSize: 16 }} />
                {files.get(id)?.name ?? t('desk.file')}
                {files.has(id) ? ` (${bytes(files.get(id)?.size ?? 0, locale)})` : ''}
              </Link>
            ))}
          </Card>
        ))}
      </Box>
    </Section>
  );
}
