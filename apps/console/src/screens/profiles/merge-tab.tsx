import { useMemo, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { isRefused } from '../../graph/refusal.js';
import type {
  ConsentPurpose,
  MergeChoiceInput,
  MergeKeep,
  PreviewOfMergeQuery,
  StatedField,
} from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Notice, Refusal } from '../../ui/feedback.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { TypeAhead } from '../../ui/type-ahead.js';
import { useOffers } from '../../ui/use-offers.js';
import { MergeFields, type Whole } from './merge-fields.js';
import {
  FindOtherProfiles,
  MergeProfiles,
  PreviewOfMerge,
  ProfileToMerge,
  UnmergeProfiles,
} from './profiles.graphql.js';
import { STATE_TONES } from './states.js';
import { useOwnListings } from './use-own.js';

type Preview = Extract<PreviewOfMergeQuery['mergePreview'], { __typename: 'MergePreview' }>;

/** Two records of one woman: found, compared side by side, and made one. */
export default function MergeTab({ id }: { readonly id: string }): ReactNode {
  const [other, setOther] = useParam('other');
  const query = useAsk(ProfileToMerge, { id });
  return (
    <Answered query={query}>
      {({ profile }) =>
        profile ? (
          <Stack>
            <Find profile={profile} onChoose={setOther} />
            {other === '' ? null : <Both key={other} profile={profile} otherId={other} />}
          </Stack>
        ) : null
      }
    </Answered>
  );
}

function Find({
  profile,
  onChoose,
}: {
  readonly profile: Whole;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const t = useT('console-profiles');
  const [typed, setTyped] = useState('');
  const [network] = useOwnListings(profile);
  const { answer, ...offers } = useOffers(
    FindOtherProfiles,
    typed,
    (name) => ({ network: network?.slug ?? '', name }),
    { enabled: network !== undefined, shortest: 2, forget: true },
  );
  const options = useMemo(
    () =>
      (answer?.findProfiles.edges ?? [])
        .filter(({ node }) => node.id !== profile.id)
        .map(({ node }) => ({
          id: node.id,
          words: node.fullName,
          about: [
            t(`state.${node.state}`),
            ...node.affiliations.map((one) => one.network.name),
          ].join(' · '),
        })),
    [answer, profile.id, t],
  );
  return (
    <Card title={t('merge.title')}>
      <p>{t('merge.about')}</p>
      <TypeAhead
        label={t('merge.find')}
        hint={t('merge.findHint', { network: network?.name ?? '' })}
        options={options}
        typed={typed}
        onType={setTyped}
        onChoose={({ id }) => {
          setTyped('');
          onChoose(id);
        }}
        {...offers}
        disabled={network === undefined}
      />
    </Card>
  );
}

function Both({
  profile,
  otherId,
}: {
  readonly profile: Whole;
  readonly otherId: string;
}): ReactNode {
  const t = useT('console-profiles');
  const query = useAsk(ProfileToMerge, { id: otherId });
  const [isSwapped, setSwapped] = useState(false);
  return (
    <Answered query={query}>
      {({ profile: found }) =>
        found && found.id !== profile.id ? (
          <Compared
            key={String(isSwapped)}
            kept={isSwapped ? found : profile}
            other={isSwapped ? profile : found}
            onSwap={() => setSwapped(!isSwapped)}
          />
        ) : (
          <Notice tone="warm">{t('merge.notFound')}</Notice>
        )
      }
    </Answered>
  );
}

function Compared({
  kept,
  other,
  onSwap,
}: {
  readonly kept: Whole;
  readonly other: Whole;
  readonly onSwap: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const [, go] = useLocation();
  const [isAsked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<readonly MergeChoiceInput[]>([]);
  const merge = useChange(MergeProfiles);
  const unmerge = useChange(UnmergeProfiles);
  const query = useAsk(
    PreviewOfMerge,
    { keep: kept.id, other: other.id, choices: [...chosen] },
    { keepPrevious: true },
  );
  const found = query.data?.mergePreview;
  const fields = found && !isRefused(found) ? found.fields : [];
  const choose = (field: StatedField, keep: MergeKeep | ''): void => {
    const others = chosen.filter((one) => one.field !== field);
    setChosen(keep === '' ? others : [...others, { field, keep }]);
  };
  const consequencesOf = useConsequences(kept, other);
  return (
    <>
      <Card title={t('merge.consequences')}>
        <Answered query={query} lines={4}>
          {({ mergePreview: preview }) =>
            isRefused(preview) ? (
              <Refusal refused={preview} />
            ) : (
              <>
                {preview.refusal === null ? (
                  <Lines lines={consequencesOf(preview)} />
                ) : (
                  <Notice tone="danger" title={t('merge.refused')}>
                    <p>{preview.refusal}</p>
                  </Notice>
                )}
                <Row>
                  <Button onPress={onSwap}>{t('merge.swap')}</Button>
                  <Button
                    look="primary"
                    onPress={() => setAsked(true)}
                    isDisabled={preview.refusal !== null}
                  >
                    {t('merge.button')}
                  </Button>
                </Row>
                {isAsked ? (
                  <StepDialog
                    title={t('merge.confirm', { kept: kept.displayName, other: other.displayName })}
                    action={t('merge.button')}
                    look="danger"
                    change={merge}
                    variables={() => ({
                      keep: kept.id,
                      keepRevision: kept.revision,
                      other: other.id,
                      otherRevision: other.revision,
                      choices: [...chosen],
                    })}
                    done={t('merge.done')}
                    undo={async ({ mergeProfiles: made }) =>
                      isRefused(made) ? null : unmerge.mutateAsync({ merge: made.merge })
                    }
                    onClose={() => setAsked(false)}
                    onDone={({ mergeProfiles: made }) => {
                      if (!isRefused(made)) go(`/profiles/${made.profile.id}?tab=history`);
                    }}
                  >
                    <Lines lines={consequencesOf(preview)} />
                  </StepDialog>
                ) : null}
              </>
            )
          }
        </Answered>
      </Card>
      <MergeFields kept={kept} other={other} fields={fields} chosen={chosen} onChoose={choose} />
      <p>
        <Badge tone={STATE_TONES[other.state]}>{t(`state.${other.state}`)}</Badge>{' '}
        <Link to={`/profiles/${other.id}`}>
          {t('merge.open')} <bdi>{other.displayName}</bdi>
        </Link>
      </p>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <ul>
      {lines.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** What follows from a merge, in sentences. */
function useConsequences(kept: Whole, other: Whole): (preview: Preview) => readonly string[] {
  const t = useT('console-profiles');
  const format = useFormat();
  return ({ state, consentsEnding, changesId, narrowed, networks }) => {
    const named = (purposes: readonly ConsentPurpose[]): string =>
      format.list(purposes.map((one) => t(`purpose.${one}`)));
    const lost = other.consents.filter((one) => !kept.consents.includes(one));
    return [
      t('consequences.kept', { kept: kept.displayName, other: other.displayName }),
      ...(consentsEnding.length > 0
        ? [t('consequences.ending', { purposes: named(consentsEnding) })]
        : []),
      ...(lost.length > 0 ? [t('consequences.notCarried', { purposes: named(lost) })] : []),
      ...(state === kept.state ? [] : [t('consequences.state', { state: t(`state.${state}`) })]),
      ...(changesId ? [t('consequences.pseudonymous')] : []),
      ...(narrowed.length > 0
        ? [
            t('consequences.audiences', {
              fields: format.list(narrowed.map((one) => t(`seenAs.${one}`))),
            }),
          ]
        : []),
      t('consequences.networks', {
        networks: format.list(networks.map(({ name }) => name)),
        count: networks.length,
      }),
      t('consequences.account'),
      t('consequences.undo'),
    ];
  };
}
