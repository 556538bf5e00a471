import type { z } from 'zod';
import type { mailReply } from '../../../server/notifications/schema.ts';
import type { Wire } from '../../shared/api.ts';

export type FullMail = Wire<z.infer<typeof mailReply>>;
