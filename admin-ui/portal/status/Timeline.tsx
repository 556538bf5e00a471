import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { date, exact } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { PortalApplication } from '../wire.ts';

interface Props {
  steps: PortalApplication['timeline'];
  waitingFor: PortalApplication['waiting_for'];
}

/** What happened so far, oldest first, and whose move it is now. */
export function Timeline({ steps, waitingFor }: Props) {
  const { t, locale } = useSpeech();
  const now = waitingFor === 'nobody' ? [] : [{ at: null, step: `now_${waitingFor}` }];
  return (
    <Box component="section" aria-labelledby="timeline" sx={{ mt: 4 }}>
      <Typography variant="h2" id="timeline" sx={{ mb: 1.5 }}>
        {t('portal.timeline.title')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {[...steps, ...now].map(({ at, step }) => (
          <Box
            component="li"
            key={`${at} ${step}`}
            aria-current={at === null ? 'step' : undefined}
            sx={(theme) => ({
              position: 'relative',
              pl: 3.5,
              pb: 2,
              '&::before': {
                content: '""',
                position: 'absolute',
                left: 3,
                top: 6,
                width: 11,
                height: 11,
                borderRadius: '50%',
                border: `2px solid ${theme.palette.primary.main}`,
                backgroundColor: at === null ? theme.palette.background.default : theme.palette.primary.main,
              },
              '&:not(:last-of-type)::after': {
                content: '""',
                position: 'absolute',
                left: 9,
                top: 21,
                bottom: -4,
                borderLeft: `2px solid ${theme.palette.divider}`,
              },
            })}
          >
            <Typography sx={{ fontWeight: at === null ? 650 : 500 }}>
              {t(`portal.timeline.${step}`)}
            </Typography>
            {at !== null && (
              <Typography
                variant="body2"
                color="textSecondary"
                component="time"
                dateTime={at}
                title={exact(at, locale)}
              >
                {date(at, locale)}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
