import type { ApplicationDraft } from '../../server/applications/schema/draft.ts';
import type { PortalApplicationReply, PortalSessionReply } from '../../server/applications/schema/portal.ts';
import type { Wire } from '../shared/api.ts';

/** The document as typed: anything may be absent, numbers may still be text. */
export type Document = ApplicationDraft;
export type CaseStudyDraft = NonNullable<Document['case_studies']>[number];
export type ReferenceDraft = NonNullable<Document['references']>[number];

/** What the applicant may see of the own application. */
export type PortalApplication = Omit<Wire<PortalApplicationReply>, 'document' | 'submitted_form'> & {
  document: Document;
  /** The form as last submitted; the old answers while items are fixed. */
  submitted_form: Document | null;
};
export type PortalSession = Wire<PortalSessionReply>;
export type MissingItem = PortalApplication['missing'][number];
export type AskedItem = PortalApplication['requests'][number];
export type KeptFile = PortalApplication['files'][number];

export interface Hint {
  criterion: string;
  hint: 'missing' | 'partial';
}

export interface Started {
  link: string;
  csrf: string;
  application: PortalApplication;
}

export interface Saved {
  saves: number;
  saved_at: string;
  missing: MissingItem[];
  hints: Hint[];
}

/** What another tab saved meanwhile. */
export interface Newer {
  document: Document;
  saves: number;
  saved_at: string | null;
}
