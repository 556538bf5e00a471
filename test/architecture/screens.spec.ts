import { describe, expect, it } from 'vitest';
import { sourcesIn } from './sources.ts';

const screens = sourcesIn('admin-ui');

const uses = (pattern: RegExp) => screens.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('the screens', () => {
  it('are there to be looked at', () => {
    expect(screens.length).toBeGreaterThan(50);
  });

  it('trust 21: never show a decision before the server took it: no undoable or optimistic change', () => {
    expect(uses(/undoable|mutationMode=.?["'{]+optimistic|mutationMode:\s*'(?!pessimistic)/)).toEqual([]);
    expect(uses(/\bonMutate\b|\buseOptimistic\b/)).toEqual([]);
  });

  it('trust 16: change nothing by replacing records: no update or delete of the data provider', () => {
    expect(uses(/\b(?:useUpdate|useUpdateMany|useDelete|useDeleteMany|useCreate)\b/)).toEqual([]);
    expect(
      uses(/<(?:Edit|Create|EditBase|CreateBase|EditGuesser|DeleteButton|BulkDeleteButton|SaveButton)\b/),
    ).toEqual([]);
  });

  it('trust 37: show what people wrote as text: nothing is ever set as markup', () => {
    expect(
      uses(
        /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|RichTextField|document\.write/,
      ),
    ).toEqual([]);
    expect(uses(/\beval\(|new Function\(|javascript:/)).toEqual([]);
  });

  it('trust 42: show the HTML of a letter only in a frame that may do nothing', () => {
    const frames = screens.flatMap(({ text }) => text.match(/<iframe[^>]*srcDoc[^>]*>/g) ?? []);
    expect(frames.every((frame) => frame.includes('sandbox=""'))).toBe(true);
    expect(uses(/srcDoc/)).toHaveLength(frames.length);
  });

  it('trust 37: open no foreign address that an applicant wrote', () => {
    const links = screens.flatMap(({ path, text }) =>
      [...text.matchAll(/href=\{(?!`?(?:\/|#|mailto:))([^}]*)\}/g)].map(([, target]) => `${path}: ${target}`),
    );
    // the source of a norm comes from the published book, not from an applicant
    const chosen = links.filter((one) => /domain|website|url\b|document\.|form\./i.test(one));
    expect(chosen.filter((one) => !one.endsWith(': point.url'))).toEqual([]);
  });

  it('keep secrets out of the browser store: tokens live in cookies and memory only', () => {
    expect(uses(/(?:local|session)Storage\.setItem\([^)]*(?:token|csrf|password|secret)/i)).toEqual([]);
  });
});
