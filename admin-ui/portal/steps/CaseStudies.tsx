import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSpeech } from '../../shared/text.tsx';
import { useValue, useView } from '../draft/hooks.tsx';
import { within } from '../draft/path.ts';
import type { CaseStudyDraft } from '../wire.ts';
import { CaseStudyFields } from './CaseStudy.tsx';
import { Confirm } from './Confirm.tsx';
import { freeId, leastEntries, mostCases } from './entries.ts';
import { LeadToOpportunity } from './LeadToOpportunity.tsx';

interface Props {
  entry: number;
  onEntry: (entry: number) => void;
}

/** Two or more case studies, one shown at a time. */
export function CaseStudies({ entry, onEntry }: Props) {
  const { t } = useSpeech();
  const [list = [], change] = useValue<CaseStudyDraft[]>('case_studies');
  const missing = useView((view) => view.missing);
  const [removing, setRemoving] = useState(false);
  const shown = Math.min(entry, Math.max(0, list.length - 1));
  const open = (at: number) => missing.filter(({ item }) => within(item, `case_studies.${at}`)).length;
  const remove = () => {
    setRemoving(false);
    change(list.filter((_, at) => at !== shown));
    onEntry(Math.max(0, shown - 1));
  };
  const add = () => {
    change([...list, { id: freeId('cs', list) }]);
    onEntry(list.length);
  };
  return (
    <>
      <Box
        component="nav"
        aria-label={t('portal.case.nav')}
        data-path="case_studies"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}
      >
        {list.map((one, at) => (
          <Button
            key={one.id}
            variant={at === shown ? 'contained' : 'outlined'}
            aria-current={at === shown ? 'true' : undefined}
            onClick={() => onEntry(at)}
          >
            {t('portal.entry.case_studies', { n: at + 1 })}
            {open(at) === 0 && (
              <Box component="span" sx={{ ml: 0.75 }} role="img" aria-label={t('portal.complete')}>
                {'✓'}
              </Box>
            )}
          </Button>
        ))}
        {list.length < mostCases && (
          <Button onClick={add} variant="text">
            {t('portal.case.add')}
          </Button>
        )}
      </Box>
      {list[shown] && <CaseStudyFields key={list[shown].id} at={shown} />}
      {list.length > leastEntries && (
        <Button color="error" variant="outlined" onClick={() => setRemoving(true)} sx={{ mb: 3 }}>
          {t('portal.remove_named', { name: t('portal.entry.case_studies', { n: shown + 1 }) })}
        </Button>
      )}
      <LeadToOpportunity />
      <Confirm
        open={removing}
        title={t('portal.remove_named', { name: t('portal.entry.case_studies', { n: shown + 1 }) })}
        text={t('portal.case.remove_text')}
        yes={t('portal.remove')}
        onYes={remove}
        onNo={() => setRemoving(false)}
      />
    </>
  );
}
