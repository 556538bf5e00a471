import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface Props {
  application: { id: string; trading_name: string };
  /** What it is about, below the name. */
  small: ReactNode;
  aside?: ReactNode;
}

/** One application on a card of the home page. */
export function Line({ application, small, aside }: Props) {
  return (
    <Box
      component="li"
      sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'flex-start', py: 0.5 }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Link component={RouterLink} to={`/applications/${application.id}/show`} sx={{ fontWeight: 600 }}>
          {application.trading_name}
        </Link>
        <Typography variant="caption" color="textSecondary" component="div">
          {small}
        </Typography>
      </Box>
      {aside}
    </Box>
  );
}

export function Lines({ children }: { children: ReactNode }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {children}
    </Box>
  );
}

export function None({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" color="textSecondary">
      {children}
    </Typography>
  );
}
