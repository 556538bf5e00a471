import { describe, expect, it } from 'vitest';
import { loadRubricBook } from '../../../seeds/policies/rubric.ts';
import { compileBook, readStatement } from '../../../server/compliance/reader/read.ts';
import { rubricBookSchema } from '../../../server/compliance/schema/rubric.ts';

const reader = compileBook(rubricBookSchema.parse(await loadRubricBook()));
const read = (statement: string) =>
  readStatement(reader, {
    channels: ['cold_email_outbound'],
    regions: ['other'],
    statement,
    data_sourcing: '',
  });

describe('a statement in another script', () => {
  const texts: [string, string][] = [
    [
      'Chinese',
      '我们只联系在自己网站上公布联系方式的企业，每封邮件都说明我们是谁、地址来自哪里以及如何退订，退订请求当天处理。',
    ],
    [
      'Japanese',
      '私たちは企業の公式サイトで公開された連絡先にのみ連絡し、毎回配信停止の方法をお知らせします。',
    ],
    ['Russian', 'Мы пишем только компаниям с открытыми адресами и сразу исполняем отказ.'],
  ];
  for (const [language, text] of texts)
    it(`is for people also where it is short: ${language}`, () => {
      expect(text.length).toBeLessThan(80);
      expect(read(text)).toMatchObject({ not_read: true, band: 'review', language: 'und' });
    });

  it('is not one for a name or a word of another script in a Latin text', () => {
    const text =
      'We write to firms in Москва and Київ by mail, with an unsubscribe link in every message we send.';
    expect(read(text)).toMatchObject({ not_read: false, language: 'en' });
  });

  it('needs letters: signs alone are no language', () => {
    expect(read('。。。。、、、、……—— 123 456 789 !!! ???').not_read).toBe(false);
  });
});
