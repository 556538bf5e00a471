import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { useValue } from '../draft/hooks.tsx';
import { OneOf } from '../fields/Choices.tsx';
import { useOptions } from '../fields/options.ts';
import { Pair } from '../fields/Pair.tsx';
import { TextLine } from '../fields/TextLine.tsx';
import type { ReferenceDraft } from '../wire.ts';
import { relations } from './CaseStudy.tsx';
import { freeId, leastEntries, mostReferences } from './entries.ts';

export function ReferenceFields({ at }: { at: number }) {
  const path = `references.${at}`;
  return (
    <>
      <Pair>
        <TextLine path={`${path}.name`} />
        <TextLine path={`${path}.position`} />
      </Pair>
      <TextLine path={`${path}.company`} />
      <Pair>
        <TextLine path={`${path}.email`} type="email" />
        <TextLine path={`${path}.phone`} type="tel" optional />
      </Pair>
      <OneOf path={`${path}.relation`} options={useOptions('relation', relations)} />
    </>
  );
}

/** Two or more clients who may be asked. */
export function References() {
  const { t } = useSpeech();
  const [list = [], change] = useValue<ReferenceDraft[]>('references');
  return (
    <div data-path="references">
      {list.map((one, at) => {
        const name = t('portal.entry.references', { n: at + 1 });
        return (
          <Box
            component="section"
            key={one.id}
            aria-label={name}
            sx={{
              border: '1px solid',
              borderColor: 'divider',
              borderRadius: 2,
              p: { xs: 1.5, sm: 2.5 },
              pb: 0,
              mb: 2,
            }}
          >
            <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 44, mb: 1 }}>
              <Typography variant="h2" sx={{ flex: 1 }}>
                {name}
              </Typography>
              {list.length > leastEntries && (
                <Button
                  aria-label={t('portal.remove_named', { name })}
                  onClick={() => change(list.filter((other) => other.id !== one.id))}
                >
                  {t('portal.remove')}
                </Button>
              )}
            </Box>
            <ReferenceFields at={at} />
          </Box>
        );
      })}
      {list.length < mostReferences && (
        <Button variant="outlined" onClick={() => change([...list, { id: freeId('ref', list) }])}>
          {t('portal.reference.add')}
        </Button>
      )}
    </div>
  );
}
