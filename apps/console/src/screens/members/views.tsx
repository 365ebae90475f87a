import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Failure, Refusal } from '../../ui/feedback.js';
import { Choice, Line } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { RemoveView, SavedViews, SaveView } from './members.graphql.js';

const SCREEN = 'members';
/** What a view keeps of the address, beside the name that is sought. */
const KEPT = ['state', 'mark', 'import', 'sort', 'columns', 'density'] as const;

/** Views of the list that she has saved: filters, order and columns, also the name that is sought. */
export function Views({
  network,
  name,
  onName,
}: {
  readonly network: string;
  readonly name: string;
  readonly onName: (name: string) => void;
}): ReactNode {
  const t = useT('console-members');
  const tell = useTell();
  const [params, setParams] = useSearchParams();
  const [isSaving, setSaving] = useState(false);
  const query = useAsk(SavedViews, { screen: SCREEN });
  const save = useChange(SaveView);
  const remove = useChange(RemoveView);
  const views = query.data?.savedViews ?? [];
  const now = viewOf(params, name);
  const shown = views.find((view) => view.query === now);

  const show = (text: string): void => {
    const view = new URLSearchParams(text);
    onName(view.get('name') ?? '');
    view.delete('name');
    if (params.has('network')) view.set('network', network);
    setParams(view);
  };
  const take = async (id: string): Promise<void> => {
    const view = views.find((one) => one.id === id);
    const { removeView } = await remove.mutateAsync({ id });
    if (!view || isRefused(removeView)) return;
    const input = { screen: SCREEN, name: view.name, query: view.query };
    tell(t('view.removed', { name: view.name }), () => save.mutate({ input }));
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
      {isSaving ? <SaveDialog query={now} onClose={() => setSaving(false)} /> : null}
    </>
  );
}

function SaveDialog({
  query,
  onClose,
}: {
  readonly query: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-members');
  const tc = useT('console');
  const tell = useTell();
  const [name, setName] = useState('');
  const save = useChange(SaveView);
  const refused = refusalOf(save.data?.saveView);
  const problem = problemAt(refused, 'name');
  const take = async (): Promise<void> => {
    const { saveView } = await save.mutateAsync({ input: { screen: SCREEN, name, query } });
    if (isRefused(saveView)) return;
    onClose();
    tell(t('view.saved', { name }));
  };
  return (
    <Dialog title={t('view.save')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take().catch(() => null);
        }}
      >
        <Stack>
          <p>{t('view.about')}</p>
          <Line
            label={t('view.name')}
            value={name}
            onChange={setName}
            maxLength={100}
            required
            problem={problem}
          />
          {problem === undefined ? <Refusal refused={refused} /> : null}
          {save.error ? <Failure error={save.error} /> : null}
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <Button type="submit" look="primary" isPending={save.isPending}>
              {tc('action.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The list as it is looked at, in one order whatever was chosen first. */
function viewOf(params: URLSearchParams, name: string): string {
  const view = new URLSearchParams();
  if (name.trim() !== '') view.set('name', name.trim());
  for (const one of KEPT) {
    for (const value of params.getAll(one).toSorted()) view.append(one, value);
  }
  return view.toString();
}
