import { useState, type ReactNode } from 'react';
import type { Ministry, OfficePosition, SaveFocalPointInput } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Check, Choice, Day, Line } from '../../../ui/fields.js';
import { useToday } from '../../../ui/use-now.js';
import { SaveFocalPoint } from '../offices.graphql.js';
import type { FocalPoint } from '../use-all.js';
import { MINISTRIES, OFFICE_POSITIONS } from '../words.js';
import { FirstAndLast, KnownChoice, orNull, SharingChoice } from './parts.js';
import { SaveDialog } from './save-dialog.js';

type Draft = Required<Omit<SaveFocalPointInput, 'actor' | 'id' | 'revision'>>;

function draftOf(term: FocalPoint | null): Draft {
  return {
    person: term?.person ?? null,
    consentedOn: term?.consentedOn ?? null,
    title: term?.title ?? null,
    office: term?.office ?? '',
    officePosition: term?.officePosition ?? 'UNIT',
    ministry: term?.ministry ?? null,
    ownStaff: term?.ownStaff ?? null,
    ownBudget: term?.ownBudget ?? null,
    reportsTo: term?.reportsTo ?? null,
    deputy: term?.deputy ?? false,
    channel: term?.channel ?? null,
    from: term?.from ?? '',
    until: term?.until ?? null,
    sharing: term?.sharing ?? 'OWN',
  };
}

/** Writes down who answers for the agenda in her actor, or corrects that: the office, and the person only if she agreed. */
export function FocalPointDialog({
  actor,
  term,
  onClose,
}: {
  /** The code of her actor. */
  readonly actor: string;
  /** The one that is changed; null for a new one. */
  readonly term: FocalPoint | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const [draft, setDraft] = useState(() => draftOf(term));
  const set = (part: Partial<Draft>): void => setDraft((old) => ({ ...old, ...part }));
  const person = orNull(draft.person ?? '');
  const office = draft.office.trim();
  const lacksDay = person !== null && draft.consentedOn === null;
  return (
    <SaveDialog
      title={t(term ? 'focal.edit' : 'focal.new')}
      wide
      lacks={office === '' || draft.from === '' || lacksDay}
      change={useChange(SaveFocalPoint)}
      variables={() => ({
        input: {
          ...draft,
          ...(term ? { id: term.id, revision: term.revision } : {}),
          actor,
          office,
          person,
          consentedOn: person === null ? null : draft.consentedOn,
          title: orNull(draft.title ?? ''),
          reportsTo: orNull(draft.reportsTo ?? ''),
          channel: orNull(draft.channel ?? ''),
        },
      })}
      onClose={onClose}
    >
      {(problem) => (
        <>
          <Line
            label={t('focal.office')}
            required
            maxLength={200}
            value={draft.office}
            onChange={(words) => set({ office: words })}
            problem={problem('office', office === '')}
          />
          <Choice
            label={ta('edit.leadPosition')}
            value={draft.officePosition}
            options={OFFICE_POSITIONS.map((each): [OfficePosition, string] => [
              each,
              ta(`position.${each}`),
            ])}
            onChange={(one) => set({ officePosition: one || draft.officePosition })}
          />
          <Choice
            label={ta('edit.leadMinistry')}
            none={ta('edit.unknown')}
            value={draft.ministry ?? ''}
            options={MINISTRIES.map((each): [Ministry, string] => [each, ta(`ministry.${each}`)])}
            onChange={(one) => set({ ministry: one || null })}
          />
          <FirstAndLast
            days={{ from: draft.from, until: draft.until ?? '' }}
            required="from"
            onChange={({ from, until }) => set({ from, until: until || null })}
            problem={problem}
          />
          <Check
            label={t('focal.deputy')}
            value={draft.deputy}
            onChange={(deputy) => set({ deputy })}
          />
          <Line
            label={t('focal.person')}
            hint={t('focal.personHint')}
            maxLength={200}
            value={draft.person ?? ''}
            onChange={(words) => set({ person: words })}
            problem={problem('person.name')}
          />
          {person === null ? null : (
            <Day
              label={ta('edit.agreedOn')}
              required
              value={draft.consentedOn ?? ''}
              onChange={(day) => set({ consentedOn: day || null })}
              problem={problem('person.consentedOn', lacksDay)}
            />
          )}
          <Line
            label={t('focal.title')}
            hint={t('focal.titleHint')}
            maxLength={200}
            value={draft.title ?? ''}
            onChange={(words) => set({ title: words })}
            problem={problem('title')}
          />
          <Line
            label={t('focal.reportsTo')}
            hint={ta('edit.officeHint')}
            maxLength={200}
            value={draft.reportsTo ?? ''}
            onChange={(words) => set({ reportsTo: words })}
            problem={problem('reportsTo')}
          />
          <KnownChoice
            label={t('focal.ownStaff')}
            value={draft.ownStaff}
            onChange={(ownStaff) => set({ ownStaff })}
          />
          <KnownChoice
            label={t('focal.ownBudget')}
            value={draft.ownBudget}
            onChange={(ownBudget) => set({ ownBudget })}
          />
          <Line
            label={t('focal.channel')}
            hint={t('focal.channelHint')}
            type="url"
            value={draft.channel ?? ''}
            onChange={(words) => set({ channel: words })}
            problem={problem('channel')}
          />
          <SharingChoice
            value={draft.sharing}
            onChange={(sharing) => set({ sharing })}
            problem={problem('sharing')}
          />
        </>
      )}
    </SaveDialog>
  );
}

/** Ends a term with its last day. What was written down stays as history. */
export function EndDialog({
  actor,
  term,
  onClose,
}: {
  /** The code of her actor. */
  readonly actor: string;
  readonly term: FocalPoint;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-offices');
  const today = useToday();
  const [until, setUntil] = useState(today);
  return (
    <SaveDialog
      title={t('focal.end')}
      action={t('focal.end')}
      lacks={until === ''}
      change={useChange(SaveFocalPoint)}
      variables={() => ({
        input: { ...draftOf(term), id: term.id, revision: term.revision, actor, until },
      })}
      onClose={onClose}
    >
      {(problem) => (
        <>
          <p>
            <bdi>{term.office}</bdi>
          </p>
          <p>{t('focal.endAbout')}</p>
          <Day
            label={t('focal.lastDay')}
            required
            value={until}
            onChange={setUntil}
            problem={problem('until', until === '')}
          />
        </>
      )}
    </SaveDialog>
  );
}
