import type { ReactNode } from 'react';
import { problemAt, type Refused } from '../../graph/refusal.js';
import type {
  Availability,
  ProfileChangesInput,
  RecordOfProfileFragment,
  Role,
  StatedField,
  Support,
  Track,
  WorkingMode,
} from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Boxes, Choice, Day, Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Row, Stack } from '../../ui/page.js';
import { LevelledField } from '../../vocabulary/levels.js';
import { useShortList } from '../../vocabulary/use-vocabulary.js';
import { VocabularyField } from '../../vocabulary/vocabulary-field.js';
import { emptyPeriod, type Draft } from './draft.js';
import { Experience } from './experience-form.js';
import { sameSource, useSourceName } from './who.js';
import css from './profiles.module.css';

interface Props {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly refused: Refused | null;
  readonly faulty: readonly (keyof ProfileChangesInput)[];
  /** Null for a profile that is being created. */
  readonly profile: RecordOfProfileFragment | null;
  readonly network: string;
}

/** All fields that a network states, in one form. */
export function FieldsForm({ draft, set, refused, faulty, profile, network }: Props): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const roles = useShortList('ROLE');
  const tracks = useShortList('TRACK');
  const supports = useShortList('SUPPORT');
  const bands = useShortList('AVAILABILITY');
  const hintOf = useShownNow(profile, network);
  const at = (name: keyof ProfileChangesInput): string | undefined =>
    (faulty.includes(name) ? t('edit.wholeNumber') : undefined) ??
    problemAt(refused, name) ??
    problemAt(refused, `changes.${name}`);
  /** What all fields of one value have in common. */
  const common = (field: StatedField, name: keyof ProfileChangesInput, hint?: string) => ({
    label: tf(field),
    hint: [hint, hintOf(field)].filter(Boolean).join(' ') || undefined,
    problem: at(name),
  });
  const line = (
    field: StatedField,
    name: 'fullName' | 'displayName' | 'years' | 'noticeDays' | 'birthYear' | 'codeName',
    hint?: string,
  ): ReactNode => (
    <Place field={field}>
      <Line
        {...common(field, name, hint)}
        value={draft[name]}
        onChange={(value) => set({ [name]: value })}
      />
    </Place>
  );
  const paragraph = (
    field: StatedField,
    name: 'training' | 'education' | 'publications' | 'nameVariants',
    hint?: string,
  ): ReactNode => (
    <Place field={field}>
      <Line
        {...common(field, name, hint)}
        long
        value={draft[name]}
        onChange={(value) => set({ [name]: value })}
      />
    </Place>
  );
  const places = (
    field: StatedField,
    name: 'territories' | 'nationalities' | 'ruledOut' | 'residence',
    hint?: string,
  ): ReactNode => (
    <Place field={field}>
      <VocabularyField
        kind="TERRITORY"
        {...common(field, name, hint)}
        chosen={draft[name]}
        onChange={(chosen) => set({ [name]: name === 'residence' ? chosen.slice(-1) : chosen })}
      />
    </Place>
  );
  const boxes = (
    field: StatedField,
    name: 'roles' | 'tracks' | 'supports',
    options: readonly (readonly [string, string])[],
  ): ReactNode => (
    <Place field={field}>
      <Boxes
        label={tf(field)}
        options={options}
        chosen={draft[name]}
        onChange={(chosen) => set({ [name]: chosen as readonly (Role & Track & Support)[] })}
      />
      <Below hint={hintOf(field)} problem={at(name)} />
    </Place>
  );
  return (
    <>
      <Card title={t('group.name')}>
        <Stack>
          {line('FULL_NAME', 'fullName')}
          {line('DISPLAY_NAME', 'displayName', t('hint.displayName'))}
          {paragraph('NAME_VARIANTS', 'nameVariants', t('hint.onePerLine'))}
        </Stack>
      </Card>
      <Card title={t('group.skills')}>
        <Stack>
          <Place field="LANGUAGES">
            <LevelledField
              kind="LANGUAGE"
              {...common('LANGUAGES', 'languages')}
              chosen={draft.languages}
              usual={{ level: 'C1' }}
              onChange={(languages) => set({ languages })}
            />
          </Place>
          <Place field="EXPERTISE">
            <LevelledField
              kind="EXPERTISE"
              {...common('EXPERTISE', 'expertise')}
              chosen={draft.expertise}
              usual={{ level: 'PRACTITIONER' }}
              onChange={(expertise) => set({ expertise })}
            />
          </Place>
          {places('TERRITORIES', 'territories')}
          {boxes('ROLES', 'roles', roles)}
          {boxes('TRACKS', 'tracks', tracks)}
          {boxes('SUPPORTS', 'supports', supports)}
          {line('YEARS', 'years')}
          <Place field="EXPERIENCE">
            <Experience
              deployments={draft.experience}
              onChange={(experience) => set({ experience })}
              refused={refused}
            />
            <Below hint={hintOf('EXPERIENCE')} problem={at('experience')} />
          </Place>
        </Stack>
      </Card>
      <Card title={t('group.work')}>
        <Stack>
          <Place field="AVAILABILITY">
            <Choice
              {...common('AVAILABILITY', 'availability')}
              none={t('value.none')}
              value={draft.band}
              options={bands as readonly (readonly [Availability, string])[]}
              onChange={(band) => set({ band })}
            />
            {draft.band === '' ? null : (
              <Periods periods={draft.periods} onChange={(periods) => set({ periods })} />
            )}
          </Place>
          {line('NOTICE_DAYS', 'noticeDays')}
          <Place field="WORKING_MODE">
            <Choice
              {...common('WORKING_MODE', 'workingMode')}
              none={t('value.none')}
              value={draft.workingMode}
              options={(['IN_PERSON', 'REMOTE', 'BOTH'] as const).map(
                (one): readonly [WorkingMode, string] => [one, t(`workingMode.${one}`)],
              )}
              onChange={(workingMode) => set({ workingMode })}
            />
          </Place>
        </Stack>
      </Card>
      <Card title={t('group.person')}>
        <Stack>
          {places('NATIONALITIES', 'nationalities')}
          {places('RESIDENCE', 'residence', t('hint.one'))}
          {line('BIRTH_YEAR', 'birthYear', t('hint.birthYear'))}
        </Stack>
      </Card>
      <Card title={t('group.texts')}>
        <Stack>
          <Place field="BIOGRAPHY">
            <VocabularyField
              kind="LANGUAGE"
              {...common('BIOGRAPHY', 'biography', t('hint.biography'))}
              chosen={draft.biography}
              onChange={(chosen) =>
                set({
                  biography: chosen.map((one) => ({
                    text: '',
                    ...draft.biography.find(({ id }) => id === one.id),
                    ...one,
                  })),
                })
              }
            />
            {draft.biography.map(({ id, words, text }) => (
              <Line
                key={id}
                label={t('edit.biographyIn', { language: words })}
                long
                value={text}
                onChange={(value) =>
                  set({
                    biography: draft.biography.map((one) =>
                      one.id === id ? { ...one, text: value } : one,
                    ),
                  })
                }
              />
            ))}
          </Place>
          {paragraph('TRAINING', 'training')}
          {paragraph('EDUCATION', 'education')}
          {paragraph('PUBLICATIONS', 'publications')}
        </Stack>
      </Card>
      <Card title={t('group.safety')}>
        <Stack>
          <Place field="PSEUDONYMOUS">
            <Choice
              {...common('PSEUDONYMOUS', 'pseudonymous', t('hint.pseudonymous'))}
              none={t('value.none')}
              value={draft.pseudonymous}
              options={(['yes', 'no'] as const).map((one) => [one, t(`value.${one}`)] as const)}
              onChange={(pseudonymous) => set({ pseudonymous })}
            />
          </Place>
          {line('CODE_NAME', 'codeName', t('hint.codeName'))}
          {places('RULED_OUT', 'ruledOut', t('hint.ruledOut'))}
          <Place field="CONFIRMED_ON">
            <Day
              {...common('CONFIRMED_ON', 'confirmedOn')}
              value={draft.confirmedOn}
              onChange={(confirmedOn) => set({ confirmedOn })}
            />
          </Place>
        </Stack>
      </Card>
    </>
  );
}

/** Where a field stands in the form, so that whoever comes to fill it in is led there. */
function Place({
  field,
  children,
}: {
  readonly field: StatedField;
  readonly children: ReactNode;
}): ReactNode {
  return <div id={`write-${field}`}>{children}</div>;
}

function Below({
  hint,
  problem,
}: {
  readonly hint: string | undefined;
  readonly problem: string | undefined;
}): ReactNode {
  return (
    <>
      {hint ? <p className={kit.hint}>{hint}</p> : null}
      {problem ? (
        <p className={kit.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}

/** Periods in which she is available; an end that is empty is open. */
function Periods({
  periods,
  onChange,
}: {
  readonly periods: Draft['periods'];
  readonly onChange: (periods: Draft['periods']) => void;
}): ReactNode {
  const t = useT('console-profiles');
  const change = (i: number, part: Partial<Draft['periods'][number]>): void =>
    onChange(periods.map((one, at) => (at === i ? { ...one, ...part } : one)));
  return (
    <fieldset className={kit.group}>
      <legend className={kit.label}>{t('edit.periods')}</legend>
      <p className={kit.hint}>{t('hint.periods')}</p>
      {periods.map((period, i) => (
        <div key={period.key} className={css.period}>
          <Day
            label={t('edit.from', { number: i + 1 })}
            value={period.from}
            onChange={(from) => change(i, { from })}
          />
          <Day
            label={t('edit.to', { number: i + 1 })}
            value={period.to}
            min={period.from}
            onChange={(to) => change(i, { to })}
          />
          <Button
            small
            aria-label={t('edit.removePeriod', { number: i + 1 })}
            onPress={() => onChange(periods.filter((_, at) => at !== i))}
          >
            {t('edit.remove')}
          </Button>
        </div>
      ))}
      <Row>
        <Button small onPress={() => onChange([...periods, emptyPeriod()])}>
          {t('edit.addPeriod')}
        </Button>
      </Row>
    </fieldset>
  );
}

/** What is shown of a field now, where it is another source's word. */
function useShownNow(
  profile: RecordOfProfileFragment | null,
  network: string,
): (field: StatedField) => string | undefined {
  const t = useT('console-profiles');
  const sourceName = useSourceName();
  return (field) => {
    const sources = profile?.sources.find((one) => one.field === field)?.sources ?? [];
    const first = sources.find((one) => one.network?.slug !== network);
    if (!first || sources.some((one) => one.network?.slug === network)) return undefined;
    const words = profile?.statements?.find(
      (one) => one.field === field && sameSource(one.source, first),
    )?.words;
    return words === undefined
      ? undefined
      : t('edit.shownNow', { source: sourceName(first), words: words.replaceAll('\n', ' ') });
  };
}
