import { subjectFileIds } from '../../files/service/subject-files.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { examine, type MissingItem } from '../rules/missing.ts';
import type { ApplicationDraft } from '../schema/draft.ts';
import type { ApplicationForm } from '../schema/form.ts';

const pointer = (item: string) => `/${item.replaceAll('.', '/')}`;

function refuse(missing: readonly MissingItem[]): never {
  throw new Problem(
    'incomplete',
    { missing: missing.length },
    { fields: missing.map(({ item, code }) => ({ pointer: pointer(item), code })) },
  );
}

/** The draft as a complete form whose files are the application's own. Throws `incomplete`, item by item (M2). */
export async function completeForm(
  uow: Uow,
  applicationId: string,
  draft: ApplicationDraft,
): Promise<ApplicationForm> {
  const result = examine(draft);
  if (!result.complete) refuse(result.missing);
  const own = await subjectFileIds(uow, applicationId);
  const foreign = result.form.case_studies.flatMap((study, at) =>
    study.file_ids.flatMap((id, file) =>
      own.has(id) ? [] : [{ item: `case_studies.${at}.file_ids.${file}`, code: 'no_such_file' }],
    ),
  );
  if (foreign.length > 0) refuse(foreign);
  return result.form;
}
