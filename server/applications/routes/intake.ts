import { z } from 'zod';
import { costBases, leadDefinitions } from '../../benchmarks/schema/claim.ts';
import { caseNumber } from '../../kernel/case-number.ts';
import {
  channels,
  engagementModels,
  icpSizes,
  otherVertical,
  regions,
  verticals,
} from '../../kernel/taxonomy.ts';
import { command, type Route, read } from '../../platform/http/route.ts';
import { countries } from '../schema/countries.ts';
import { locales, sourcingKeys } from '../schema/form.ts';
import { intakeInput, intakeReply } from '../schema/intake.ts';
import { takeIn } from '../service/intake.ts';

const words = z.array(z.string());

export const routes: Route[] = [
  command({
    path: '/api/intake/applications',
    summary: 'Takes a complete application from another system',
    permission: 'intake.submit',
    rate: { name: 'intake', per: 'actor', max: 600, windowSeconds: 60 },
    idempotency: 'required',
    withhold: ['status_link'],
    body: intakeInput,
    reply: intakeReply,
    status: 201,
    handle: async ({ uow, body, services }) => {
      const form = {
        ...body.form,
        case_studies: body.form.case_studies.map((one) => ({ ...one, file_ids: [] })),
      };
      const taken = await takeIn(uow, {
        source: 'api',
        externalId: body.external_id,
        locale: body.locale,
        form,
      });
      return {
        id: taken.id,
        number: taken.number,
        case_number: caseNumber(taken.number, taken.created_at),
        state: taken.state,
        status_link: `${services.config.publicUrl}/portal/application#t=${taken.token}`,
      };
    },
  }),
  read({
    path: '/api/taxonomy',
    summary: 'The closed vocabularies of the form',
    permission: 'portal.start',
    reply: z.object({
      channels: words,
      verticals: words,
      regions: words,
      icp_sizes: words,
      engagement_models: words,
      lead_definitions: words,
      cost_bases: words,
      sourcing: words,
      countries: words,
      locales: words,
    }),
    handle: async () => ({
      channels: [...channels],
      verticals: [...verticals, otherVertical],
      regions: [...regions],
      icp_sizes: [...icpSizes],
      engagement_models: [...engagementModels],
      lead_definitions: [...leadDefinitions],
      cost_bases: [...costBases],
      sourcing: [...sourcingKeys],
      countries: [...countries],
      locales: [...locales],
    }),
  }),
];
