import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { pdfLines, readFromRight } from '../../support/pdf-text.js';
import { entryOf } from '../../support/zip-entry.js';
import { printedFile, type PrintedReport } from '#wps';
import type { Readable } from 'node:stream';

const SHARE = new Intl.NumberFormat('ar', { style: 'percent', maximumFractionDigits: 1 });

const FILE = { name: 'report', createdAt: new Date(0) };

const REPORT: PrintedReport = {
  locale: 'ar',
  title: 'المجموعة وثغراتها · ساحل القصب',
  head: [
    'من 2026-07-01 إلى 2026-09-30',
    'النموذج f9-pool-and-gaps، الإصدار 1. المصدر: A/72/926-S/2018/669 (2018)',
  ],
  sections: [
    {
      title: 'من هناك',
      cells: [
        {
          code: 'acceptance',
          title: 'القبول',
          notes: ['un/8a: مطابق. ملاحظة'],
          lines: ['Nobody asked us (yet).'],
          table: {
            columns: ['الفصل', 'النسبة'],
            rows: [['2026-07-01 – 2026-09-30', SHARE.format(0.313)]],
          },
        },
      ],
    },
  ],
  comments: { title: 'التعليقات', lines: ['Women of the Hills، عن القبول: لم يسألنا أحد.'] },
};

describe('a report in Arabic', () => {
  it('reads from the right in a PDF, numbers and other letters from the left', async () => {
    const { body } = await printedFile(REPORT, 'pdf', { ...FILE, compress: false });
    const lines = pdfLines(await buffer(body as Readable));
    const { head, title, comments } = REPORT;
    const plain = (text: string) => text.replaceAll(/[\u200E\u200F\u061C]/gu, '');
    expect(lines.map((line) => readFromRight(line))).toEqual([
      title,
      ...head,
      'من هناك',
      'القبول',
      'un/8a: مطابق. ملاحظة',
      'الفصل: 2026-07-01 – 2026-09-30',
      plain(`النسبة: ${SHARE.format(0.313)}`),
      'Nobody asked us (yet).',
      comments.title,
      ...comments.lines,
    ]);
    // What is in Arabic begins at the right margin, what is not at the left one.
    for (const line of lines) {
      const [from, to] = [
        Math.min(...line.pieces.map((piece) => piece.from)),
        Math.max(...line.pieces.map((piece) => piece.to)),
      ];
      if (/\p{Script=Arabic}/u.test(line.text)) expect(to).toBeGreaterThan(595.28 - 56 - 15);
      else expect(from).toBeLessThan(56 + 15);
    }
  });

  it('is set from the right in a Word document, numbers and other letters from the left', async () => {
    const { body } = await printedFile(REPORT, 'docx', FILE);
    const document = await entryOf(body as Buffer, 'word/document.xml');
    const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) => ({
      isFromRight: paragraph.includes('<w:bidi/>'),
      runs: [...paragraph.matchAll(/<w:r>(.*?)<\/w:r>/gsu)].map(([, run = '']) => [
        run.includes('<w:rtl/>') ? 'right' : 'left',
        /<w:t[^>]*>(.*?)<\/w:t>/su.exec(run)?.[1] ?? '',
      ]),
    }));
    const of = (start: string) =>
      paragraphs.find(({ runs }) =>
        runs
          .map(([, text]) => text)
          .join('')
          .startsWith(start),
      )!;
    expect(of('من 2026')).toEqual({
      isFromRight: true,
      runs: [
        ['right', 'من '],
        ['left', '2026-07-01'],
        ['right', ' إلى '],
        ['left', '2026-09-30'],
      ],
    });
    expect(of('النموذج').runs).toContainEqual(['left', 'A/72/926-S/2018/669']);
    expect(of('Women').runs[0]).toEqual(['left', 'Women of the Hills']);
    expect(of('Nobody')).toEqual({
      isFromRight: false,
      runs: [['left', 'Nobody asked us (yet).']],
    });
    expect(document).toContain('<w:bidiVisual/>');
  });
});
