import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { RecordOfProfileFragment, StatedField } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Skeleton } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import { Completeness } from './completeness.js';
import { codesIn, draftOf, statedBy, type Draft, type LabelOf } from './draft.js';
import { FieldView } from './field-view.js';
import { FIELD_GROUPS, GROUPS } from './fields.js';
import { ProfileFields } from './profiles.graphql.js';
import css from './profiles.module.css';
import { useOwnListings } from './use-own.js';

/** Fields that offer are heavy: they come when something is to be written. */
const FieldsEditor = lazy(() => import('./fields-editor.js'));

/** What is being written, and what it began with. */
export interface Editing {
  /** The network for which it is written. */
  readonly network: string;
  readonly revision: number;
  readonly before: Draft;
  readonly draft: Draft;
  /** The field that gets the focus first. */
  readonly first: StatedField | null;
}

interface Props {
  readonly id: string;
  readonly editing: Editing | null;
  readonly setEditing: (editing: Editing | null) => void;
}

/** Every field with its value, whose word it is and who sees it; and the form that changes what the network states. */
export function FieldsTab({ id, editing, setEditing }: Props): ReactNode {
  const query = useAsk(ProfileFields, { id });
  return (
    <Answered query={query}>
      {({ profile }) =>
        profile ? <Fields profile={profile} editing={editing} setEditing={setEditing} /> : null
      }
    </Answered>
  );
}

function Fields({
  profile,
  editing,
  setEditing,
}: Omit<Props, 'id'> & { readonly profile: RecordOfProfileFragment }): ReactNode {
  const t = useT('console-profiles');
  const tc = useT('console');
  const own = useOwnListings(profile);
  const [chosen, setChosen] = useState('');
  const network = own.find(({ slug }) => slug === chosen) ?? own[0];
  const stated = useMemo(() => statedBy(profile, network?.slug ?? ''), [profile, network?.slug]);
  const { ready, labelOf } = useNamesOf(profile, stated);
  const edit = (first: StatedField | null): void => {
    if (!network) return;
    const before = draftOf(stated, labelOf);
    setEditing({
      network: network.slug,
      revision: profile.revision,
      before,
      draft: before,
      first,
    });
  };
  // The inbox leads here to edit at once.
  const [isAsked, setAsked] = useParam('edit');
  useEffect(() => {
    if (isAsked === '' || !ready) return;
    setAsked('');
    if (!editing) edit(null);
  });
  if (editing) {
    if (!ready) return <Skeleton />;
    return (
      <Suspense fallback={<Skeleton />}>
        <FieldsEditor
          profile={profile}
          now={draftOf(statedBy(profile, editing.network), labelOf)}
          editing={editing}
          setEditing={setEditing}
        />
      </Suspense>
    );
  }
  return (
    <Stack>
      <Row>
        {own.length > 1 ? (
          <Choice
            label={t('edit.speakFor')}
            value={network?.slug ?? ''}
            options={own.map(({ slug, name }) => [slug, name] as const)}
            onChange={setChosen}
          />
        ) : null}
        <Button look="primary" onPress={() => edit(null)} isDisabled={!network || !ready}>
          {tc('action.edit')}
        </Button>
      </Row>
      <Completeness
        completeness={profile.completeness}
        onAdd={edit}
        disabled={!network || !ready}
      />
      {GROUPS.map((group) => (
        <Card key={group} title={t(`group.${group}`)}>
          <dl className={css.fields}>
            {FIELD_GROUPS[group].map((field) => (
              <FieldView
                key={field.field}
                field={field}
                profile={profile}
                network={network ?? null}
              />
            ))}
          </dl>
        </Card>
      ))}
    </Stack>
  );
}

/** Names of the codes that a statement holds: those that the record brings, and the rest by a question each. */
function useNamesOf(
  profile: RecordOfProfileFragment,
  stated: ReturnType<typeof statedBy>,
): { readonly ready: boolean; readonly labelOf: LabelOf } {
  const known = useMemo(() => {
    const { languages, expertise, territories, nationalities, ruledOut, residence } = profile;
    const areas = [
      ...territories,
      ...nationalities,
      ...ruledOut,
      ...(residence ? [residence] : []),
    ];
    const names = (list: readonly { readonly code: string; readonly label: string }[]) =>
      new Map(list.map(({ code, label }) => [code, label]));
    return { LANGUAGE: names(languages), EXPERTISE: names(expertise), TERRITORY: names(areas) };
  }, [profile]);
  const codes = codesIn(stated);
  const unknown = {
    LANGUAGE: codes.LANGUAGE.filter((code) => !known.LANGUAGE.has(code)),
    EXPERTISE: codes.EXPERTISE.filter((code) => !known.EXPERTISE.has(code)),
    TERRITORY: codes.TERRITORY.filter((code) => !known.TERRITORY.has(code)),
  };
  const { ready, labelOf } = useLabels(unknown);
  return { ready, labelOf: (kind, code) => known[kind].get(code) ?? labelOf(kind, code) };
}
