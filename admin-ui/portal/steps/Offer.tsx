import {
  engagementModels,
  icpSizes,
  otherVertical,
  regions,
  verticals,
} from '../../../server/kernel/taxonomy.ts';
import { useValue } from '../draft/hooks.tsx';
import { Choices } from '../fields/Choices.tsx';
import { useOptions } from '../fields/options.ts';
import { TextLine } from '../fields/TextLine.tsx';
import { Channels } from './Channels.tsx';
import { Countries } from './Countries.tsx';

const namedVerticals = [...verticals, otherVertical];

export function OfferFields() {
  const [chosenRegions = []] = useValue<string[]>('offer.regions');
  const [chosenVerticals = []] = useValue<string[]>('offer.verticals');
  return (
    <>
      <Channels />
      <Choices path="offer.regions" options={useOptions('region', regions)} />
      {chosenRegions.includes('other') && <Countries path="offer.other_countries" />}
      <Choices path="offer.verticals" options={useOptions('vertical', namedVerticals)} />
      {chosenVerticals.includes(otherVertical) && <TextLine path="offer.vertical_other" />}
      <Choices path="offer.icp_sizes" options={useOptions('icp', icpSizes)} />
      <Choices path="offer.engagement_models" options={useOptions('engagement', engagementModels)} />
    </>
  );
}
