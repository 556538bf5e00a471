import { Choice } from '../fields/Choice.tsx';
import { OneOf } from '../fields/Choices.tsx';
import { useCountries, useOptions } from '../fields/options.ts';
import { Pair } from '../fields/Pair.tsx';
import { TextBlock } from '../fields/TextBlock.tsx';
import { TextLine } from '../fields/TextLine.tsx';

const forms = ['company', 'sole_trader'] as const;

export function FirmFields() {
  const kinds = useOptions('form', forms);
  return (
    <>
      <TextLine path="organisation.legal_name" autoComplete="organization" />
      <TextLine path="organisation.trading_name" />
      <OneOf path="organisation.form" options={kinds} />
      <Choice path="organisation.country" options={useCountries()} />
      <Pair>
        <TextLine path="organisation.register" />
        <TextLine path="organisation.register_number" />
      </Pair>
      <TextBlock path="organisation.address" max={500} rows={2} />
      <TextLine path="organisation.web_domain" />
    </>
  );
}
