import Box from '@mui/material/Box';
import { useSpeech } from '../../shared/text.tsx';
import { tabular } from '../../shared/theme.ts';
import { Panel } from './Panel.tsx';
import { useHome } from './useHome.ts';

const parts = ['decided', 'undone', 'overturned', 'waiting'] as const;

/** This person's own week since Monday; nobody is compared with anybody. */
export function Week() {
  const { t } = useSpeech();
  const { data } = useHome();
  return (
    <Panel title={t('home.week.title')}>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, m: 0 }}>
        {parts.map((part) => (
          <Box key={part} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
            <Box component="dt" sx={{ fontSize: '0.76rem', color: 'text.secondary' }}>
              {t(`home.week.${part}`)}
            </Box>
            <Box
              component="dd"
              sx={{ ...tabular, m: 0, fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.2 }}
            >
              {data?.week[part] ?? '–'}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
