import type { z } from 'zod';
import type {
  applicationReply,
  dossierReply,
  historyReply,
} from '../../../server/applications/schema/desk.ts';
import type { ApplicationForm } from '../../../server/applications/schema/form.ts';
import type { eventReply } from '../../../server/audit/schema.ts';
import type { ClaimReply } from '../../../server/benchmarks/schema/reply.ts';
import type {
  CriterionReply,
  EvidenceReply,
  ReadingReply,
} from '../../../server/compliance/schema/reading.ts';
import type { commandReply } from '../../../server/queue/schema/work-items.ts';
import type { Wire } from '../../shared/api.ts';

// Every shape here is the server's own reply schema as it travels: dates are text.

export type { ApplicationForm };
export type Claim = Wire<ClaimReply>;
export type ClaimVerdict = Claim['verdicts'][number];
export type Reading = Wire<ReadingReply>;
export type Criterion = Wire<CriterionReply>;
export type Evidence = Wire<EvidenceReply>;
export type Flag = Reading['red_flags'][number];

export type ApplicationRow = Wire<z.infer<typeof applicationReply>>;
export type CommandState = Wire<z.infer<typeof commandReply>>;
export type Blocker = CommandState['blocked_by'][number];
export type LogEvent = Wire<z.infer<typeof eventReply>>;
export type HistoryEvent = Wire<z.infer<typeof historyReply>>;

type Whole = Wire<z.infer<typeof dossierReply>>;
/** The dossier; forms are checked when they are submitted and travel as they were. */
export type DossierWire = Omit<Whole, 'form' | 'previous_form'> & {
  form: ApplicationForm;
  previous_form: ApplicationForm | null;
};
/** With an empty reading where none is there yet. */
export type Dossier = Omit<DossierWire, 'reading'> & { reading: Reading };
export type ChangeRequest = Dossier['requests'][number];
export type Match = Dossier['matches'][number];
export type Decision = NonNullable<Dossier['decision']>;
export type RejectReason = Decision['reasons'][number];
export type Letter = Omit<Decision['letter'], 'id'>;
export type DraftKind = Dossier['drafts'][number]['kind'];
