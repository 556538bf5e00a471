import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { type OpenWork, openWorkChoices } from '../../../../server/policies/schema/policy.ts';
import { useSpeech } from '../../../shared/text.tsx';

interface Props {
  value: OpenWork;
  onChange: (value: OpenWork) => void;
}

/** What becomes of open applications: said before the book is published, each choice with what it does. */
export function ChooseOpenWork({ value, onChange }: Props) {
  const { t } = useSpeech();
  return (
    <FormControl>
      <FormLabel id="open-work">{t('open_work.ask')}</FormLabel>
      <RadioGroup
        aria-labelledby="open-work"
        value={value}
        onChange={(_event, next) => onChange(openWorkChoices.find((one) => one === next) ?? 'leave')}
      >
        {openWorkChoices.map((choice) => (
          <FormControlLabel
            key={choice}
            value={choice}
            control={<Radio size="small" />}
            label={t(`open_work.choice.${choice}`)}
          />
        ))}
      </RadioGroup>
      <FormHelperText sx={{ mx: 0 }}>{t(`open_work.means.${value}`)}</FormHelperText>
    </FormControl>
  );
}
