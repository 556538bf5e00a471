import { command, list, type Route } from '../platform/http/route.ts';
import { listAgreement, listAgreementCases } from './read/agreement.ts';
import { listChanges, listRuns } from './read/what-if.ts';
import {
  agreementCaseFilter,
  agreementCaseReply,
  agreementFilter,
  agreementReply,
} from './schema/agreement.ts';
import {
  cancelledReply,
  changeFilter,
  changeReply,
  estimateBody,
  estimateReply,
  runParams,
  startBody,
  startedReply,
  whatIfFilter,
  whatIfReply,
} from './schema/what-if.ts';
import { estimate } from './service/estimate.ts';
import { cancelWhatIf, startWhatIf } from './service/what-if.ts';

const instant = (text: string | undefined) => (text === undefined ? null : new Date(text));

export const routes: Route[] = [
  list({
    path: '/api/agreement',
    resource: 'agreement',
    summary: 'How often people overturn each finding of the machine, of the decisions of a period',
    permission: 'agreement.read',
    filter: agreementFilter,
    sort: ['low', 'share', 'overturned', 'judged'],
    reply: agreementReply,
    handle: ({ db, list: query }) => listAgreement(db, query),
  }),
  list({
    path: '/api/agreement-cases',
    resource: 'agreement-cases',
    summary: 'The judgements that stand against the machine, with their reasons',
    permission: 'agreement.read',
    filter: agreementCaseFilter,
    sort: ['at'],
    reply: agreementCaseReply,
    handle: ({ db, list: query }) => listAgreementCases(db, query),
  }),
  list({
    path: '/api/what-ifs',
    resource: 'what-ifs',
    summary: 'What drafts of rule books would have done to past decisions',
    permission: 'policies.read',
    filter: whatIfFilter,
    sort: ['asked_at'],
    reply: whatIfReply,
    handle: ({ db, list: query }) => listRuns(db, query),
  }),
  list({
    path: '/api/what-if-changes',
    resource: 'what-if-changes',
    summary: 'The past decisions of one what-if whose band would have been another',
    permission: 'policies.read',
    filter: changeFilter,
    sort: ['distance'],
    reply: changeReply,
    handle: ({ db, list: query }) => listChanges(db, query),
  }),
  command({
    path: '/api/what-ifs/start',
    summary: 'Read past decisions by a draft of the rubric, in a job; nothing is changed by it',
    permission: 'policies.edit',
    body: startBody,
    reply: startedReply,
    status: 201,
    handle: ({ uow, body }) =>
      startWhatIf(uow, {
        policyId: body.policy_id,
        from: instant(body.decided_from),
        to: instant(body.decided_to),
      }),
  }),
  command({
    path: '/api/what-ifs/:id/cancel',
    summary: 'End a what-if that is under way; what it found so far stays',
    permission: 'policies.edit',
    params: runParams,
    versioned: true,
    reply: cancelledReply,
    handle: ({ uow, params, ifMatch }) => cancelWhatIf(uow, { id: params.id, version: ifMatch }),
  }),
  command({
    path: '/api/what-ifs/estimate',
    summary: 'A sampled look at what a rubric being edited would do; nothing is kept',
    permission: 'policies.edit',
    body: estimateBody,
    reply: estimateReply,
    handle: ({ uow, body }) => estimate(uow, body.document),
  }),
];
