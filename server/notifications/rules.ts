const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The HTML beside a letter's text: paragraphs and lists as written, everything literal (trust 42). The
 * only link is the recipient's own, put in at sending, so that nobody's name can carry one. */
export function letterHtml(subject: string, body: string, locale: string): string {
  const blocks = body
    .trim()
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split('\n');
      if (lines.every((line) => /^[-*] /.test(line)))
        return `<ul style="padding-left:20px;margin:0 0 16px">${lines.map((line) => `<li style="margin:0 0 6px">${escapeHtml(line.slice(2))}</li>`).join('')}</ul>`;
      return `<p style="margin:0 0 16px">${lines.map((line) => escapeHtml(line)).join('<br>')}</p>`;
    });
  return `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f4f6f8"><div style="max-width:600px;margin:0 auto;padding:24px 16px;font:16px/1.55 -apple-system,'Segoe UI',Roboto,sans-serif;color:#1b2430">
<div style="background:#ffffff;border:1px solid #dde3ea;border-radius:8px;padding:28px">
<p style="margin:0 0 20px;font-weight:700;letter-spacing:.02em;color:#24476b">Assay</p>
${blocks.join('\n')}
</div></div></body></html>`;
}

/**
 * Letters that go where anybody may have typed the address: they carry no name somebody typed beside it, or strangers could
 * be sent a line of anybody's making (trust 42).
 */
export const isToTypedAddress = (purpose: string): boolean =>
  purpose === 'draft_link' || purpose === 'new_link';

/** The id an event about a mail carries, by its own name. */
export const subjectOf = (mail: { subject_kind: string; subject_id: string }): Record<string, string> => ({
  [mail.subject_kind === 'person' ? 'person_id' : 'application_id']: mail.subject_id,
});

/** Whose mails somebody sees: those to applicants, those to people of the desk, or both. */
export type MailScope = 'application' | 'person' | 'both' | 'none';

/** Letters to people of the desk hold their addresses: only for whoever manages people or audits. */
export function mailScope(toApplicants: boolean, toPeople: boolean): MailScope {
  if (toApplicants && toPeople) return 'both';
  if (toApplicants) return 'application';
  return toPeople ? 'person' : 'none';
}

export const inScope = (scope: MailScope, subjectKind: string): boolean =>
  scope === 'both' || (scope === 'person') === (subjectKind === 'person' && scope !== 'none');

/** Waits between tries of one mail grow; after this many the mail is given up and says so on its item. */
export const maxAttempts = 8;
