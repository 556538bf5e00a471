import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useSpeech } from '../../shared/text.tsx';
import { useMay } from '../providers/session.ts';
import { places } from '../shell/places.tsx';

/** For roles without a queue: the places that are theirs. */
export function Welcome({ name }: { name: string }) {
  const { t } = useSpeech();
  const may = useMay();
  const own = places.filter((place) => place.to !== '/' && (!place.permission || may(place.permission)));
  return (
    <Box sx={{ maxWidth: 860 }}>
      <Typography variant="h1" sx={{ mb: 2 }}>
        {t('home.hello', { name })}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        {own.map(({ to, key, icon: Icon }) => (
          <Card key={to}>
            <CardActionArea
              component={Link}
              to={to}
              sx={{ p: 2, display: 'flex', gap: 1.5, justifyContent: 'start' }}
            >
              <Icon />
              <Box>
                <Typography variant="h3">{t(`shell.place.${key}`)}</Typography>
                <Typography variant="body2" color="textSecondary">
                  {t(`home.place.${key}`)}
                </Typography>
              </Box>
            </CardActionArea>
          </Card>
        ))}
      </Box>
    </Box>
  );
}
