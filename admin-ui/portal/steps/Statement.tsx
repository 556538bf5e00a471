import Box from '@mui/material/Box';
import { TextBlock } from '../fields/TextBlock.tsx';
import { Hints } from './Hints.tsx';
import { answerMax, sourcingKeys, statementMax } from './vocabulary.ts';

/** The compliance statement, with what a reader will still look for beside it. */
export function StatementFields() {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 290px' },
        gap: 3,
        alignItems: 'start',
      }}
    >
      <TextBlock path="statement" max={statementMax} rows={14} />
      <Hints />
    </Box>
  );
}

export function SourcingFields() {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 290px' },
        gap: 3,
        alignItems: 'start',
      }}
    >
      <div>
        {sourcingKeys.map((key) => (
          <TextBlock key={key} path={`sourcing.${key}`} max={answerMax} rows={4} />
        ))}
      </div>
      <Hints />
    </Box>
  );
}
