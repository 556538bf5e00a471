import type { z } from 'zod';
import type { ApplicationDraft } from '../schema/draft.ts';
import { type ApplicationForm, formSchema, refereeFaults } from '../schema/form.ts';

/** One part still wanted, by the path a person can be led to ("organisation.legal_name", "case_studies.1.figures.icp.size"). */
export interface MissingItem {
  item: string;
  code: string;
}

/** Fields left empty are absent for the completeness gate: null, blank text and empty entries are dropped. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (value === null || value === '') return undefined;
  if (typeof value !== 'object') return value;
  const kept: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const clean = withoutBlanks(part);
    if (clean !== undefined) kept[key] = clean;
  }
  return kept;
}

function present(root: unknown, path: readonly PropertyKey[]): boolean {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value !== undefined;
}

function codeOf(issue: z.core.$ZodIssue, root: unknown): string {
  if (issue.code === 'custom') return String(issue.params?.code ?? 'invalid');
  if (issue.code === 'too_small' && issue.origin === 'array') return 'too_few';
  if (!present(root, issue.path)) return 'missing';
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'too_many' : 'too_long';
  return 'invalid';
}

/** The leaves asked of a part that is absent altogether, so that each is named on its own (M2). */
const parts: Record<string, readonly string[]> = {
  organisation: [
    'legal_name',
    'trading_name',
    'form',
    'register',
    'register_number',
    'country',
    'address',
    'web_domain',
  ],
  responsible_person: ['name', 'position', 'email', 'phone'],
  offer: ['channels', 'primary_channel', 'regions', 'verticals', 'icp_sizes', 'engagement_models'],
  sourcing: ['description', 'where_from', 'how_current', 'consent', 'safeguards', 'walk_through'],
};

/** Either the complete form, or everything that keeps the draft from being one, item by item, in the form's order. */
export function examine(
  draft: ApplicationDraft,
): { complete: true; form: ApplicationForm } | { complete: false; missing: MissingItem[] } {
  const clean = withoutBlanks(draft);
  const result = formSchema.safeParse(clean);
  if (result.success) return { complete: true, form: result.data };
  const missing = new Map<string, MissingItem>();
  for (const issue of result.error.issues) {
    const item = issue.path.join('.');
    const code = codeOf(issue, clean);
    const leaves = code === 'missing' ? parts[item] : undefined;
    for (const path of leaves ? leaves.map((leaf) => `${item}.${leaf}`) : [item])
      if (!missing.has(path)) missing.set(path, { item: path, code });
  }
  for (const { path, code } of refereeFaults(draft)) {
    const item = path.join('.');
    if (!missing.has(item)) missing.set(item, { item, code });
  }
  return { complete: false, missing: [...missing.values()] };
}
