import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { ProfileChangesInput, RecordOfProfileFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Failure, Notice, Refusal } from '../../ui/feedback.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { changedNames, changesOf, notWhole, partOf, statedIn, type Draft } from './draft.js';
import { FieldsForm } from './fields-form.js';
import type { Editing } from './fields-tab.js';
import { RECORD_FIELDS } from './fields.js';
import { EditProfile } from './profiles.graphql.js';
import css from './profiles.module.css';
import { draftWords } from './draft-words.js';

/** Changes what a network states. Only the fields that were changed are sent. */
export default function FieldsEditor({
  profile,
  now,
  editing,
  setEditing,
}: {
  readonly profile: RecordOfProfileFragment;
  /** What the network states now, as far as it is known. */
  readonly now: Draft;
  readonly editing: Editing;
  readonly setEditing: (editing: Editing | null) => void;
}): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const tc = useT('console');
  const tell = useTell();
  const edit = useChange(EditProfile);
  const undo = useChange(EditProfile);
  const [faulty, setFaulty] = useState<readonly (keyof ProfileChangesInput)[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const { network, revision, before, draft, first } = editing;
  const refused = refusalOf(edit.data?.editProfile);
  // A new revision in which the network states what it stated is none that an edit could overwrite.
  const isOther = profile.revision !== revision && changedNames(before, now).length > 0;
  const isBehind = isOther && !edit.isPending;
  // The answer was lost on the way, but not what she wrote.
  const isThere = isBehind && edit.isError && changedNames(draft, now).length === 0;
  const mine = changedNames(before, draft);
  useLeaveWarning(mine.length > 0);
  useEffect(() => {
    if (first === null) {
      heading.current?.focus();
      return;
    }
    const place = document.getElementById(`write-${first}`);
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [first]);

  useEffect(() => {
    if (!isThere) return;
    setEditing(null);
    tell(tc('state.saved'));
  }, [isThere, setEditing, tell, tc]);

  const save = async (): Promise<void> => {
    const wrong = notWhole(draft);
    setFaulty(wrong);
    if (wrong.length > 0) return;
    if (mine.length === 0) {
      setEditing(null);
      return;
    }
    const { editProfile } = await edit.mutateAsync({
      id: profile.id,
      revision: isOther ? revision : profile.revision,
      network,
      changes: changesOf(before, draft),
    });
    if (isRefused(editProfile)) return;
    setEditing(null);
    tell(tc('state.saved'), () =>
      undo.mutateAsync({
        id: profile.id,
        revision: editProfile.revision,
        network,
        changes: changesOf(draft, before),
      }),
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <h2 ref={heading} tabIndex={-1}>
          {t('edit.title', {
            network:
              profile.affiliations.find((one) => one.network.slug === network)?.network.name ??
              network,
          })}
        </h2>
        <p>{t('edit.about')}</p>
        {isBehind ? (
          <Behind
            editing={editing}
            now={now}
            onChoose={(next) =>
              setEditing({ ...editing, revision: profile.revision, before: now, draft: next })
            }
          />
        ) : (
          <Refusal refused={refused} />
        )}
        {faulty.length > 0 ? (
          <Notice tone="danger" title={tc('state.refused')}>
            <ul>
              {RECORD_FIELDS.filter(({ name }) => faulty.includes(name)).map(({ field }) => (
                <li key={field}>
                  {tf(field)}: {t('edit.wholeNumber')}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {edit.error ? <Failure error={edit.error} /> : null}
        <FieldsForm
          draft={draft}
          set={(part) => setEditing({ ...editing, draft: { ...draft, ...part } })}
          refused={refused}
          faulty={faulty}
          profile={profile}
          network={network}
        />
        <div className={css.saveBar}>
          <Row>
            <Button type="submit" look="primary" isPending={edit.isPending} isDisabled={isBehind}>
              {tc('action.save')}
            </Button>
            <Button onPress={() => setEditing(null)}>{tc('action.cancel')}</Button>
            <span role="status">{t('edit.changed', { count: mine.length })}</span>
          </Row>
        </div>
      </Stack>
    </form>
  );
}

/**
 * Somebody changed the profile since it was read. Both values of each field that both changed, to choose from; what only
 * one of them changed is kept.
 */
function Behind({
  editing: { before, draft },
  now,
  onChoose,
}: {
  readonly editing: Editing;
  readonly now: Draft;
  readonly onChoose: (draft: Draft) => void;
}): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const tc = useT('console');
  const [theirs, setTheirs] = useState<readonly (keyof ProfileChangesInput)[]>([]);
  const mine = new Set(changedNames(before, draft));
  const format = useFormat();
  const changed = new Set(changedNames(before, now));
  const [current, written] = [statedIn(now), statedIn(draft)];
  const contested = RECORD_FIELDS.filter(
    ({ name }) =>
      mine.has(name) &&
      changed.has(name) &&
      JSON.stringify(current[name]) !== JSON.stringify(written[name]),
  );
  const taken = RECORD_FIELDS.filter(({ name }) => changed.has(name) && !mine.has(name));
  const settle = (): void => {
    const parts = RECORD_FIELDS.filter(({ name }) => mine.has(name) && !theirs.includes(name)).map(
      ({ name }) => partOf(draft, name),
    );
    onChoose(Object.assign({}, now, ...parts) as Draft);
  };
  return (
    <Notice tone="warm" title={tc('state.conflict')}>
      <p>{t(contested.length > 0 ? 'behind.both' : 'behind.apart')}</p>
      {contested.map(({ field, name }) => (
        <fieldset key={field} className={css.contested}>
          <legend>{tf(field)}</legend>
          {(['there', 'mine'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={`contested-${name}`}
                checked={theirs.includes(name) === (side === 'there')}
                onChange={() =>
                  setTheirs(
                    side === 'there' ? [...theirs, name] : theirs.filter((one) => one !== name),
                  )
                }
              />
              <span>
                <strong>{t(`behind.${side}`)}</strong>{' '}
                <bdi>
                  {draftWords(side === 'there' ? now : draft, name, format) || t('value.none')}
                </bdi>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {taken.length > 0 ? (
        <p>
          {t('behind.alsoChanged', {
            fields: format.list(taken.map(({ field }) => tf(field))),
          })}
        </p>
      ) : null}
      <Button onPress={settle}>{t('behind.settle')}</Button>
    </Notice>
  );
}

/** The browser asks before a page with unsaved words is closed. */
function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
