import { useState, type ReactNode } from 'react';
import type { LocalizedTextInput, Sharing } from '../../../graph/types.js';
import { LOCALE_NAMES, LOCALES, useLocale } from '../../../i18n/locale.js';
import { useT } from '../../../i18n/translate.js';
import { Choice, Day, Line } from '../../../ui/fields.js';
import { Row } from '../../../ui/page.js';
import type { Option } from '../../../ui/type-ahead.js';
import { VocabularyField } from '../../../vocabulary/vocabulary-field.js';
import { SHARINGS } from '../words.js';
import type { ProblemAt } from './save-dialog.js';

/** A text by language, while it is written. */
export type TextDraft = Readonly<Record<string, string>>;

export function draftOfTexts(texts: readonly LocalizedTextInput[]): TextDraft {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}

/** The languages in which something was written. */
export function writtenTexts(draft: TextDraft): LocalizedTextInput[] {
  return Object.entries(draft).flatMap(([language, text]) =>
    text.trim() === '' ? [] : [{ language, text: text.trim() }],
  );
}

/** What was written, or null where nothing was. */
export function orNull(text: string): string | null {
  return text.trim() || null;
}

/** A text in the languages of the pages, one of them at a time; the others stay as they are. */
export function LanguageTexts({
  label,
  value,
  onChange,
  maxLength,
  long = false,
  required = false,
  problem,
}: {
  readonly label: string;
  readonly value: TextDraft;
  readonly onChange: (value: TextDraft) => void;
  readonly maxLength: number;
  readonly long?: boolean;
  readonly required?: boolean;
  readonly problem?: string | undefined;
}): ReactNode {
  const t = useT('console-agenda');
  const locale = useLocale();
  const [language, setLanguage] = useState<string>(() =>
    value[locale] === undefined ? (Object.keys(value)[0] ?? locale) : locale,
  );
  return (
    <>
      <Choice
        label={t('report.language')}
        value={language}
        options={LOCALES.map((one) => [one, LOCALE_NAMES[one]])}
        onChange={setLanguage}
      />
      <Line
        label={label}
        long={long}
        required={required}
        maxLength={maxLength}
        value={value[language] ?? ''}
        onChange={(text) => onChange({ ...value, [language]: text })}
        problem={problem}
      />
    </>
  );
}

/** The first and the last day of something as a form holds them: empty where nothing is written. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

/** The first and the last day of something, side by side. */
export function FirstAndLast({
  days,
  onChange,
  problem,
  required,
  disabled = false,
}: {
  readonly days: Days;
  readonly onChange: (days: Days) => void;
  readonly problem: ProblemAt;
  /** Which of the two must be known; none where it is left out. */
  readonly required?: 'from' | 'both';
  readonly disabled?: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const { from, until } = days;
  const isNeeded = (day: 'from' | 'until'): boolean => required === 'both' || required === day;
  return (
    <Row>
      {(['from', 'until'] as const).map((day) => (
        <Day
          key={day}
          label={t(`column.${day}`)}
          required={isNeeded(day)}
          value={days[day]}
          onChange={(value) => onChange({ from, until, [day]: value })}
          disabled={disabled}
          problem={problem(day, isNeeded(day) && days[day] === '')}
        />
      ))}
    </Row>
  );
}

/** Yes, no, or not known, which is neither. */
export function KnownChoice({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}): ReactNode {
  const t = useT('console-agenda');
  return (
    <Choice
      label={label}
      none={t('edit.unknown')}
      value={value === null ? '' : value ? 'yes' : 'no'}
      options={(['yes', 'no'] as const).map((each) => [each, t(`word.${each}`)])}
      onChange={(one) => onChange(one === '' ? null : one === 'yes')}
    />
  );
}

/** With whom something is shared. */
export function SharingChoice({
  value,
  onChange,
  hint,
  from = 'OWN',
  problem,
}: {
  readonly value: Sharing;
  readonly onChange: (value: Sharing) => void;
  readonly hint?: string;
  /** The narrowest that is offered. */
  readonly from?: Sharing;
  readonly problem?: string | undefined;
}): ReactNode {
  const t = useT('console-agenda');
  return (
    <Choice
      label={t('report.sharing')}
      hint={hint}
      value={value}
      options={SHARINGS.slice(SHARINGS.indexOf(from)).map((each) => [each, t(`sharing.${each}`)])}
      onChange={(one) => {
        if (one !== '') onChange(one);
      }}
      problem={problem}
    />
  );
}

/** One country, or none. */
export function PlaceField({
  label,
  chosen,
  onChange,
  problem,
}: {
  readonly label: string;
  readonly chosen: Option | null;
  readonly onChange: (chosen: Option | null) => void;
  readonly problem?: string | undefined;
}): ReactNode {
  return (
    <VocabularyField
      kind="TERRITORY"
      label={label}
      chosen={chosen ? [chosen] : []}
      onChange={(all) => onChange(all.at(-1) ?? null)}
      problem={problem}
    />
  );
}
