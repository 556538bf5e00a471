import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

export interface RowCardOf {
  title: ReactNode;
  /** Beside the title: its state, or what can be done. */
  aside?: ReactNode;
  /** The small line below it. */
  line?: ReactNode;
  below?: ReactNode;
}

/** One row on a narrow screen. */
export function RowCard({ title, aside, line, below, to }: RowCardOf & { to?: string | undefined }) {
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
        {to ? (
          <Link component={RouterLink} to={to} sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
            {title}
          </Link>
        ) : (
          <Typography variant="body2" sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
        )}
        {aside}
      </Box>
      {line && (
        <Typography variant="caption" color="textSecondary">
          {line}
        </Typography>
      )}
      {below && (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            justifyContent: 'space-between',
            gap: 1,
            alignItems: 'center',
            fontSize: '0.84rem',
          }}
        >
          {below}
        </Box>
      )}
    </Box>
  );
}

interface RowLinkProps {
  to: string;
  children: ReactNode;
}

/** The way from a row to its page, for those who come by keyboard too. */
export function RowLink({ to, children }: RowLinkProps) {
  return (
    <Link
      component={RouterLink}
      to={to}
      sx={{ fontWeight: 600 }}
      onClick={(event) => event.stopPropagation()}
    >
      {children}
    </Link>
  );
}

interface TwoLinesProps {
  children: ReactNode;
  /** The second, smaller line. */
  small: ReactNode;
  to?: string;
}

/** A cell with what matters above and what explains it below. */
export function TwoLines({ children, small, to }: TwoLinesProps) {
  return (
    <Box>
      {to ? <RowLink to={to}>{children}</RowLink> : <Box sx={{ fontWeight: 600 }}>{children}</Box>}
      <Typography variant="caption" component="div" color="textSecondary">
        {small}
      </Typography>
    </Box>
  );
}
