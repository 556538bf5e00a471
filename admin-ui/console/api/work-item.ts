import type { z } from 'zod';
import type { bulkReply, candidateReply } from '../../../server/queue/schema/assignment.ts';
import type { summaryReply, workItemReply } from '../../../server/queue/schema/work-items.ts';
import type { Wire } from '../../shared/api.ts';

/** An item of the queue as it travels: dates are text. */
export type WorkItem = Wire<z.infer<typeof workItemReply>>;
export type Summary = Wire<z.infer<typeof summaryReply>>;
export type Candidate = Wire<z.infer<typeof candidateReply>>;
export type BulkReply = Wire<z.infer<typeof bulkReply>>;
