import { describe, expect, it } from 'vitest';
import { previewOf } from '../../../admin-ui/console/mails/preview.ts';

describe('the preview of a mail', () => {
  it('looks as the mail says without any style attribute, by one style sheet with the nonce', () => {
    const shown = previewOf('<p style="color:#1b2430">Hello</p><p style="margin:0">you</p>', 'n1');
    expect(shown).not.toMatch(/<[^>]*\sstyle=/);
    expect(shown).toContain('nonce="n1"');
    expect(shown).toContain('color:#1b2430');
    expect(shown).toContain('class="look-1"');
  });

  it('lets no style break out of its sheet', () => {
    const shown = previewOf('<p style="x}</style><script>alert(1)</script>{">Hi</p>', 'n1');
    expect(shown.match(/<\/style>/g)).toHaveLength(1);
    expect(shown).not.toContain('<script>');
  });
});
