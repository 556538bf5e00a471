import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useSpeech } from '../../../shared/text.tsx';
import type { ToneName } from '../../../shared/theme.ts';
import type { ClaimVerdict } from '../../api/types.ts';
import { useFigure } from './figure.ts';
import { logAxis, rowsOf } from './scale.ts';

const width = 520;
const base = 92;
const tones: Record<string, ToneName> = { plausible: 'good', no_norm: 'neutral', ask: 'caution' };

/** The claim as a point on its category's published figures, on a log axis; the table beside it says the same. */
export function ClaimStrip({ verdict, vertical }: { verdict: ClaimVerdict; vertical?: string }) {
  const { t } = useSpeech();
  const { palette } = useTheme();
  const figure = useFigure(verdict);
  const marks = [verdict.value, verdict.norm, verdict.cell_median, verdict.asks_below];
  const values = [...verdict.points.map((point) => point.value), ...marks.filter((value) => value !== null)];
  const axis = logAxis(values, width);
  const places = verdict.points.map((point) => axis.place(point.value));
  const rows = rowsOf(places);
  const step = Math.min(9, (base - 36) / Math.max(1, ...rows));
  const tone = palette.tone[tones[verdict.verdict] ?? 'bad'];
  const at = axis.place(verdict.value);
  const asks = verdict.asks_below === null ? null : axis.place(verdict.asks_below);
  const isRate = verdict.metric !== 'cpl' && verdict.currency === null;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <svg
        viewBox={`-8 -6 ${width + 16} 126`}
        width="100%"
        role="img"
        aria-label={t('claim.plot', {
          value: figure(verdict.value),
          norm: verdict.norm === null ? '–' : figure(verdict.norm),
        })}
      >
        {asks !== null && (
          <rect
            x={isRate ? asks : 0}
            width={Math.max(0, isRate ? width - asks : asks)}
            y="14"
            height={base - 14}
            fill={palette.tone.caution.bg}
          />
        )}
        <line x1="0" x2={width} y1={base} y2={base} stroke={palette.divider} />
        {axis.ticks.map((tick) => (
          <g key={tick} transform={`translate(${axis.place(tick)} ${base})`}>
            <line y2="4" stroke={palette.tone.neutral.line} />
            <text y="16" textAnchor="middle" fontSize="10.5" fill={palette.text.secondary}>
              {figure(tick)}
            </text>
          </g>
        ))}
        {verdict.points.map((point, index) => (
          <circle
            key={`${point.family}-${point.value}-${point.year}-${point.title}`}
            cx={places[index]}
            cy={base - 8 - (rows[index] ?? 0) * step}
            r={point.weight >= 1 ? 4 : 3}
            fill={palette.tone[point.vertical === vertical ? 'info' : 'neutral'].line}
            fillOpacity={point.weight >= 1 ? 0.8 : 0.45}
          >
            <title>{`${point.title}${point.year ? `, ${point.year}` : ''}: ${figure(point.value)}`}</title>
          </circle>
        ))}
        {verdict.norm !== null && (
          <g transform={`translate(${axis.place(verdict.norm)} 0)`}>
            <line y1="22" y2={base} stroke={palette.text.secondary} strokeWidth="1.5" strokeDasharray="4 3" />
            <text y="18" textAnchor="middle" fontSize="11" fill={palette.text.secondary}>
              {t('claim.norm_at', { value: figure(verdict.norm) })}
            </text>
          </g>
        )}
        <g transform={`translate(${at} 0)`}>
          <line y1="12" y2={base} stroke={tone.line} strokeWidth="2" />
          <path d={`M0 ${base} l-6 -10 h12 z`} fill={tone.line} />
          <text
            y="8"
            textAnchor={at > width - 60 ? 'end' : at < 60 ? 'start' : 'middle'}
            fontSize="11.5"
            fontWeight="700"
            fill={tone.fg}
          >
            {t('claim.claims_at', { value: figure(verdict.value) })}
          </text>
        </g>
      </svg>
    </Box>
  );
}
