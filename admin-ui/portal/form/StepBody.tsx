import { CaseStudies } from '../steps/CaseStudies.tsx';
import { Check } from '../steps/Check.tsx';
import { FirmFields } from '../steps/Firm.tsx';
import { OfferFields } from '../steps/Offer.tsx';
import { PersonFields } from '../steps/Person.tsx';
import { References } from '../steps/References.tsx';
import { SourcingFields, StatementFields } from '../steps/Statement.tsx';
import type { Step } from './steps.ts';

interface Props {
  step: Step;
  entry: number;
  onEntry: (entry: number) => void;
  onJump: (item: string) => void;
  onSent: () => void;
}

export function StepBody({ step, entry, onEntry, onJump, onSent }: Props) {
  switch (step) {
    case 'firm':
      return <FirmFields />;
    case 'person':
      return <PersonFields />;
    case 'offer':
      return <OfferFields />;
    case 'cases':
      return <CaseStudies entry={entry} onEntry={onEntry} />;
    case 'statement':
      return <StatementFields />;
    case 'sourcing':
      return <SourcingFields />;
    case 'references':
      return <References />;
    case 'check':
      return <Check onJump={onJump} onSent={onSent} />;
  }
}
