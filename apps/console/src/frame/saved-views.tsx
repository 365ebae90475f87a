import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { isRefused, problemAt, refusalOf } from '../graph/refusal.js';
import { useAsk, useChange } from '../graph/use-graph.js';
import { useT } from '../i18n/translate.js';
import { Button } from '../ui/button.js';
import { Refusal } from '../ui/feedback.js';
import { Choice, Line } from '../ui/fields.js';
import { StepDialog } from '../ui/step-dialog.js';
import { useTell } from '../ui/toast.js';
import { RemoveView, SavedViews as Views, SaveView } from './saved-views.graphql.js';

/** A name that is searched for: a view holds it, and no address does. */
interface Sought {
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** Views of a list that she has saved: filters, order and columns, also the name that is sought. */
export function SavedViews({
  screen,
  kept,
  stays,
  sought,
}: {
  /** Of which list; at most 50 characters. */
  readonly screen: string;
  /** What a view keeps of the address. */
  readonly kept: readonly string[];
  /** What of the address stays whatever view is shown. */
  readonly stays?: readonly string[];
  readonly sought?: Sought;
}): ReactNode {
  const t = useT('console');
  const tell = useTell();
  const [params, setParams] = useSearchParams();
  const [isSaving, setSaving] = useState(false);
  const query = useAsk(Views, { screen });
  const save = useChange(SaveView);
  const remove = useChange(RemoveView);
  const views = query.data?.savedViews ?? [];
  const now = viewOf(params, kept, sought?.name ?? '');
  const shown = views.find((view) => view.query === now);

  const show = (text: string): void => {
    const view = new URLSearchParams(text);
    sought?.onName(view.get('name') ?? '');
    view.delete('name');
    for (const one of stays ?? []) {
      const value = params.get(one);
      if (value !== null) view.set(one, value);
    }
    setParams(view);
  };
  const take = async (id: string): Promise<void> => {
    const view = views.find((one) => one.id === id);
    const { removeView } = await remove.mutateAsync({ id });
    if (!view || isRefused(removeView)) return;
    const input = { screen, name: view.name, query: view.query };
    tell(t('view.removed', { name: view.name }), () => save.mutateAsync({ input }));
  };
  return (
    <>
      {views.length > 0 ? (
        <Choice
          label={t('views')}
          value={shown?.id ?? ''}
          none={t('view.none')}
          options={views.map((view) => [view.id, view.name])}
          onChange={(id) => show(views.find((view) => view.id === id)?.query ?? '')}
        />
      ) : null}
      {shown ? (
        <Button isPending={remove.isPending} onPress={() => void take(shown.id)}>
          {t('view.remove')}
        </Button>
      ) : (
        <Button onPress={() => setSaving(true)}>{t('view.save')}</Button>
      )}
      <Refusal refused={refusalOf(remove.data?.removeView)} />
      {isSaving ? (
        <SaveDialog screen={screen} query={now} onClose={() => setSaving(false)} />
      ) : null}
    </>
  );
}

function SaveDialog({
  screen,
  query,
  onClose,
}: {
  readonly screen: string;
  readonly query: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console');
  const [name, setName] = useState('');
  const save = useChange(SaveView);
  return (
    <StepDialog
      title={t('view.save')}
      action={t('action.save')}
      change={save}
      variables={() => ({ input: { screen, name, query } })}
      done={t('view.saved', { name })}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('view.about')}</p>
          <Line
            label={t('view.name')}
            value={name}
            onChange={setName}
            maxLength={100}
            required
            problem={problemAt(refused, 'name')}
          />
        </>
      )}
    </StepDialog>
  );
}

/** The list as it is looked at, in one order whatever was chosen first. */
function viewOf(params: URLSearchParams, kept: readonly string[], name: string): string {
  const view = new URLSearchParams();
  if (name.trim() !== '') view.set('name', name.trim());
  for (const one of kept) {
    for (const value of params.getAll(one).toSorted()) view.append(one, value);
  }
  return view.toString();
}
