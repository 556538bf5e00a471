import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { homeReply } from '../../../server/applications/schema/home.ts';
import { get, type Wire } from '../../shared/api.ts';

export type HomeNews = Wire<z.infer<typeof homeReply>>;

/** What changed since this person left, what they can decide, and their week; one question for all cards. */
export const useHome = () =>
  useQuery({ queryKey: ['home'], queryFn: ({ signal }) => get<HomeNews>('/api/home', signal) });
