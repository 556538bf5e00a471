import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { z } from 'zod';
import type { policyDocumentReply } from '../../../server/policies/schema/policy.ts';
import type { Wire } from '../../shared/api.ts';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Facts } from '../desk/Section.tsx';
import { OneRecord } from '../lists/Record.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { BookCommands } from './BookCommands.tsx';
import { Differences } from './Differences.tsx';
import { BookForm } from './edit/BookForm.tsx';
import { OpenWorkProgress } from './open-work/OpenWorkProgress.tsx';
import { PolicyState } from './Policies.tsx';
import { StartDraft } from './StartDraft.tsx';
import { useBookCommand } from './useBookCommand.ts';
import { WhatIf } from './what-if/WhatIf.tsx';

type FullPolicy = Wire<z.infer<typeof policyDocumentReply>>;

function Page({ policy }: { policy: FullPolicy }) {
  const { t } = useSpeech();
  const { mutate, isPending } = useBookCommand(policy);
  const open = policy.state === 'draft' || policy.state === 'in_review';
  const edits = policy.commands.some(({ command, allowed }) => command === 'edit' && allowed);
  const [tab, setTab] = useState<'form' | 'changes' | 'what_if'>(
    policy.state === 'in_review' ? 'changes' : 'form',
  );
  const author = policy.author.name ?? t('actor.installation');
  return (
    <Box sx={{ maxWidth: 980, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h1">
          {t(`policy.${policy.kind}`)} {policy.version}
        </Typography>
        <PolicyState state={policy.state} inForce={policy.in_force} />
        <Box sx={{ ml: 'auto', display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {!open && <StartDraft book={policy} />}
        </Box>
      </Box>
      <Facts
        rows={[
          [t('rule_book.written_by'), author],
          ...(open
            ? []
            : ([
                [t('policies.column.published_by'), policy.publisher?.name ?? t('actor.installation')],
                [t('policies.column.published'), <When key="at" at={policy.published_at} />],
                [t('policies.effective'), <When key="from" at={policy.effective_from} />],
              ] as const)),
          ...(policy.based_on
            ? ([
                [
                  t('rule_book.based_on'),
                  <Link key="base" component={RouterLink} to={`/policies/${policy.based_on.id}/show`}>
                    {policy.based_on.version}
                  </Link>,
                ],
              ] as const)
            : []),
          ...(policy.summary ? ([[t('rule_book.summary'), policy.summary]] as const) : []),
          [t('policies.digest'), <code key="digest">{policy.digest}</code>],
        ]}
      />
      <BookCommands book={policy} commands={policy.commands} />
      {policy.kind === 'rubric' && policy.based_on && policy.published_at && (
        <OpenWorkProgress policyId={policy.id} openWork={policy.open_work} />
      )}
      <Card sx={{ p: 2 }}>
        {policy.based_on && (
          <Tabs value={tab} onChange={(_event, next) => setTab(next)} sx={{ mb: 2 }}>
            <Tab value="form" label={t('rule_book.form')} />
            <Tab value="changes" label={t('rule_book.changes', { smart_count: policy.changes.length })} />
            {policy.kind === 'rubric' && <Tab value="what_if" label={t('what_if.title')} />}
          </Tabs>
        )}
        {tab === 'what_if' ? (
          <WhatIf policyId={policy.id} allowed={policy.commands.length > 0 && policy.faults.length === 0} />
        ) : tab === 'changes' && policy.based_on ? (
          <Differences kind={policy.kind} changes={policy.changes} />
        ) : (
          <BookForm
            key={`${policy.id}-${policy.revision}`}
            kind={policy.kind}
            document={policy.document as Record<string, unknown>}
            faults={policy.faults}
            readOnly={!edits}
            saving={isPending}
            onSave={(document) => mutate({ verb: 'edit', body: { document } })}
          />
        )}
      </Card>
    </Box>
  );
}

/** One rule book: as a form, against the book before it, and on its way to being published. */
export default function Policy() {
  return (
    <Allowed permission="policies.read">
      <OneRecord<FullPolicy> resource="policies">{(policy) => <Page policy={policy} />}</OneRecord>
    </Allowed>
  );
}
