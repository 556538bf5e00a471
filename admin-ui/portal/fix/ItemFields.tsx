import { TextBlock } from '../fields/TextBlock.tsx';
import { CaseStudyFields } from '../steps/CaseStudy.tsx';
import { FirmFields } from '../steps/Firm.tsx';
import { Hints } from '../steps/Hints.tsx';
import { LeadToOpportunity } from '../steps/LeadToOpportunity.tsx';
import { OfferFields } from '../steps/Offer.tsx';
import { PersonFields } from '../steps/Person.tsx';
import { ReferenceFields } from '../steps/References.tsx';
import { answerMax, statementMax } from '../steps/vocabulary.ts';

/** The fields of one asked item and of nothing else. */
export function ItemFields({ path }: { path: string }) {
  const [part, key] = path.split('.', 2);
  switch (part) {
    case 'organisation':
      return <FirmFields />;
    case 'responsible_person':
      return <PersonFields />;
    case 'offer':
      return <OfferFields />;
    case 'lead_to_opportunity':
      return <LeadToOpportunity />;
    case 'case_studies':
      return <CaseStudyFields at={Number(key)} />;
    case 'references':
      return <ReferenceFields at={Number(key)} />;
    case 'statement':
      return (
        <>
          <TextBlock path="statement" max={statementMax} rows={12} />
          <Hints />
        </>
      );
    default:
      return <TextBlock path={path} max={answerMax} rows={5} />;
  }
}
