import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useSpeech } from '../../../shared/text.tsx';
import { tabular } from '../../../shared/theme.ts';
import type { ClaimVerdict } from '../../api/types.ts';
import { useFigure } from './figure.ts';

const isAddress = (url: string) => /^https?:\/\//.test(url);

/** The same figures as the strip, with their sources. */
export function FiguresTable({ verdict }: { verdict: ClaimVerdict }) {
  const { t } = useSpeech();
  const figure = useFigure(verdict);
  const points = [...verdict.points].sort((a, b) => a.value - b.value);
  return (
    <Box
      component="details"
      sx={{ mt: 1, '& summary': { cursor: 'pointer', fontSize: '0.8rem', color: 'text.secondary' } }}
    >
      <summary>{t('claim.figures', { smart_count: points.length })}</summary>
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell align="right">{t('claim.figure.value')}</TableCell>
              <TableCell>{t('claim.figure.source')}</TableCell>
              <TableCell>{t('claim.figure.vertical')}</TableCell>
              <TableCell align="right">{t('claim.figure.year')}</TableCell>
              <TableCell align="right">{t('claim.figure.weight')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {points.map((point) => (
              <TableRow key={`${point.family}-${point.value}-${point.year}-${point.title}`}>
                <TableCell align="right" sx={tabular}>
                  {figure(point.value)}
                </TableCell>
                <TableCell>
                  {isAddress(point.url) ? (
                    <Link href={point.url} target="_blank" rel="noreferrer noopener">
                      {point.title}
                    </Link>
                  ) : (
                    point.title
                  )}
                </TableCell>
                <TableCell>{t(`taxonomy.vertical.${point.vertical}`, { _: point.vertical })}</TableCell>
                <TableCell align="right">{point.year ?? '–'}</TableCell>
                <TableCell align="right">{point.weight}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}
