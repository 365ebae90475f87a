import { OPERATOR } from '#identity';
import { InvalidInputError } from '#kernel';
import { textIn } from '#messages';
import { CommandFailure, terminalLanguage } from '#runtime';
import { WordingService } from '#wps';
import type { Format } from '../format-option.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/** Lists forms and indicators, and with which document their words were compared. */
export async function listWording({
  unchecked = false,
  format,
}: {
  readonly unchecked?: boolean;
  readonly format: Format;
}): Promise<void> {
  await withApplication(async (app) => {
    const all = await app.get(WordingService).list(OPERATOR);
    const rows = all.filter(({ checked }) => !unchecked || !checked);
    printList(
      {
        head: ['code', 'version', 'text', 'checked', 'against', 'on'],
        rows: rows.map(({ code, version, text, checked, checkedAgainst, checkedOn }) => [
          code,
          String(version ?? ''),
          textIn(text, terminalLanguage()) ?? '',
          checked ? 'yes' : 'no',
          checkedAgainst ?? '',
          checkedOn ?? '',
        ]),
        widths: [22, 7, 'rest', 7, 40, 10],
      },
      format,
      rows,
    );
  });
}

/** Says of forms and indicators with which document their words were compared, or that they were not. */
export async function declareChecked(
  codes: readonly string[],
  {
    against,
    on,
    withdraw = false,
  }: { readonly against?: string; readonly on?: string; readonly withdraw?: boolean },
): Promise<void> {
  const check = against !== undefined && on !== undefined ? { against, on } : null;
  if (withdraw ? against !== undefined || on !== undefined : check === null) {
    throw new CommandFailure(
      'Say with what the words were compared (--against) and on which day (--on), or withdraw what was said (--withdraw).',
    );
  }
  await withApplication(async (app) => {
    try {
      const changed = await app.get(WordingService).declare(OPERATOR, codes, check);
      const said = withdraw ? 'withdrawn' : 'written down';
      console.log(`${said} ${changed}, unchanged ${new Set(codes).size - changed}`);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      const lines = error.fieldsIn(terminalLanguage()).map(({ path, message }) => {
        const code = /^codes\.(\d+)$/u.exec(path)?.[1];
        return `  ${code === undefined ? `--${path}` : [...new Set(codes)][Number(code)]}: ${message}`;
      });
      throw new CommandFailure(['Nothing was written:', ...lines].join('\n'));
    }
  });
}
