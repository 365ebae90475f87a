import { useState, type ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Boxes, Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Scroll, Stack } from '../../ui/page.js';
import type { StepProps } from './import.js';
import { SetImportMapping } from './imports.graphql.js';
import { readMapping } from './mapping.js';
import { asksForSheet } from './states.js';
import { useEdit } from './use-edit.js';

/** The service looks for the header in so many rows. */
const HEADER_WITHIN = 20;
/** As `setImportMapping` has it: the header is to be looked for. */
const LOOK = '0';
const SHOWN = 3;

/** Which sheets are read, where their header is, and what the first values below it look like. */
export function SheetStep({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const { availableSheets, headers, columns, revision } = one;
  return (
    <Stack>
      <p>{t('sheet.about')}</p>
      <Reading key={revision} one={one} />
      {headers.length > 0 ? (
        <ul>
          {headers.map(({ sheet, row }) => (
            <li key={sheet ?? ''}>
              {sheet === null ? t('sheet.headerAt', { row }) : t('sheet.headerOn', { row, sheet })}
            </li>
          ))}
        </ul>
      ) : null}
      {columns.length > 0 ? (
        <Scroll label={t('sheet.beginning')}>
          <table className={kit.table}>
            <caption>
              {t('sheet.beginning')}{' '}
              {availableSheets.length > 1 ? t('sheet.ofSheets', { count: headers.length }) : null}
            </caption>
            <thead>
              <tr>
                {columns.map(({ sheet, place, header }) => (
                  <th key={`${sheet ?? ''} ${place} ${header}`} scope="col">
                    {place} <bdi>{header}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: SHOWN }, (_, i) => (
                <tr key={i}>
                  {columns.map(({ sheet, place, header, samples }) => (
                    <td key={`${sheet ?? ''} ${place} ${header}`}>
                      <bdi>{samples[i] ?? ''}</bdi>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
    </Stack>
  );
}

/** Another sheet, another row. */
function Reading({ one }: StepProps): ReactNode {
  const t = useT('console-imports');
  const { id, revision, availableSheets, sheets: named, headers, mappingFile } = one;
  const { headerRow } = readMapping(mappingFile);
  const read = named.length > 0 ? named : headers.flatMap(({ sheet }) => sheet ?? []);
  const [sheets, setSheets] = useState<readonly string[]>(
    read.filter((name) => availableSheets.includes(name)),
  );
  const [row, setRow] = useState(String(headerRow ?? LOOK));
  const { run, busy, problem } = useEdit(SetImportMapping);
  const hasSheets = availableSheets.length > 1;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run({
          input: {
            id,
            revision,
            headerRow: Number(row),
            ...(hasSheets ? { sheets } : {}),
          },
        });
      }}
    >
      <Stack>
        {problem}
        {hasSheets ? (
          <Boxes
            label={t('sheet.sheets')}
            options={availableSheets.map((name) => [name, name] as const)}
            chosen={sheets}
            onChange={setSheets}
          />
        ) : null}
        <Choice
          label={t('sheet.header')}
          hint={t('sheet.headerHint')}
          value={row}
          options={[
            [LOOK, t('sheet.look')] as const,
            ...Array.from({ length: HEADER_WITHIN }, (_, i) => {
              const number = String(i + 1);
              return [number, number] as const;
            }),
          ]}
          onChange={(value) => setRow(value || LOOK)}
        />
        <div>
          <Button
            type="submit"
            look={asksForSheet(one) ? 'primary' : 'plain'}
            isPending={busy}
            isDisabled={hasSheets && sheets.length === 0}
          >
            {t('sheet.read')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
