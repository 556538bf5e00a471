import { OneOf } from '../fields/Choices.tsx';
import { useOptions } from '../fields/options.ts';
import { TextBlock } from '../fields/TextBlock.tsx';
import { TextLine } from '../fields/TextLine.tsx';
import { CaseFiles } from './CaseFiles.tsx';
import { Figures } from './Figures.tsx';

export const relations = ['current', 'former'] as const;

/** One case study: the client, what was done, the figures, and what shows them. */
export function CaseStudyFields({ at }: { at: number }) {
  const path = `case_studies.${at}`;
  return (
    <>
      <TextLine path={`${path}.title`} />
      <TextLine path={`${path}.client_name`} />
      <OneOf path={`${path}.client_relation`} options={useOptions('relation', relations)} />
      <TextBlock path={`${path}.summary`} max={4_000} rows={4} />
      <Figures path={`${path}.figures`} />
      <CaseFiles path={`${path}.file_ids`} />
    </>
  );
}
