import { useState, type ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type {
  Audience,
  HeadOfProfileFragment,
  ProfileField,
  RecordOfProfileFragment,
} from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Failure, Refusal } from '../../ui/feedback.js';
import { Radios } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useTell } from '../../ui/toast.js';
import { AUDIENCES, type RecordField } from './fields.js';
import { EditProfile, NarrowAudience } from './profiles.graphql.js';
import css from './profiles.module.css';
import { useSourceName } from './who.js';

type Statement = NonNullable<RecordOfProfileFragment['statements']>[number];
type OwnNetwork = HeadOfProfileFragment['affiliations'][number]['network'];

/** Who sees a field: a shape and a word for each. */
const SHAPES: Readonly<Record<Audience, string>> = { PUBLIC: '●', VETTED: '◐', CURATOR: '○' };

/** One field: what counts and whose word it is, who sees it, and what other sources state. */
export function FieldView({
  field: { field, name, seenAs },
  profile,
  network,
}: {
  readonly field: RecordField;
  readonly profile: RecordOfProfileFragment;
  /** The network for which whoever is signed in speaks. */
  readonly network: OwnNetwork | null;
}): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const sourceName = useSourceName();
  const resting = profile.sources.find((one) => one.field === field);
  const statements = (profile.statements ?? []).filter((one) => one.field === field);
  const counts = statements.filter((one) => one.counts);
  const others = statements.filter((one) => !one.counts);
  const values = [...new Set(counts.map(({ words }) => words))];
  return (
    <div className={css.field} id={`field-${field}`}>
      <dt>
        {tf(field)}
        {resting?.inConflict ? (
          <>
            {' '}
            <Badge tone="warm">
              <span aria-hidden="true">≠</span> {t('conflict.badge')}
            </Badge>
          </>
        ) : null}
      </dt>
      <dd>
        {values.length === 0 ? <p className={css.none}>{t('value.none')}</p> : null}
        {values.map((words) => (
          <div key={words} className={css.value}>
            <Words>{words}</Words>
            <span className={css.badges}>
              {counts
                .filter((one) => one.words === words)
                .map(({ source }) => (
                  <Badge key={sourceName(source)} tone={source.herself ? 'accent' : 'neutral'}>
                    <span className="unseen">{t('source.label')} </span>
                    <bdi>{sourceName(source)}</bdi>
                  </Badge>
                ))}
            </span>
          </div>
        ))}
        {others.length > 0 ? (
          <Others
            others={others}
            counts={counts}
            name={name}
            label={tf(field)}
            inConflict={resting?.inConflict ?? false}
            profile={profile}
            network={network}
          />
        ) : null}
        {seenAs.length === 0 ? (
          <Seen audience="CURATOR" />
        ) : (
          seenAs.map((one) => (
            <SeenBy
              key={one}
              as={one}
              several={seenAs.length > 1}
              profile={profile}
              label={tf(field)}
            />
          ))
        )}
      </dd>
    </div>
  );
}

function Words({ children }: { readonly children: string }): ReactNode {
  return <bdi className={css.words}>{children}</bdi>;
}

/** What other sources state, and how the network can agree with them. */
function Others({
  others,
  counts,
  name,
  label,
  inConflict,
  profile,
  network,
}: {
  readonly others: readonly Statement[];
  readonly counts: readonly Statement[];
  readonly name: RecordField['name'];
  readonly label: string;
  readonly inConflict: boolean;
  readonly profile: RecordOfProfileFragment;
  readonly network: OwnNetwork | null;
}): ReactNode {
  const t = useT('console-profiles');
  const sourceName = useSourceName();
  const tell = useTell();
  const edit = useChange(EditProfile);
  const refused = refusalOf(edit.data?.editProfile);
  const isOwn = ({ source }: Statement): boolean => source.network?.slug === network?.slug;
  const own = [...counts, ...others].find(isOwn);
  const [first] = counts;
  const state = async (value: unknown, words: string): Promise<void> => {
    if (!network) return;
    const send = async (revision: number, stated: unknown) =>
      edit.mutateAsync({
        id: profile.id,
        revision,
        network: network.slug,
        changes: { [name]: stated },
      });
    const { editProfile } = await send(profile.revision, value);
    if (isRefused(editProfile)) return;
    tell(words, () => send(editProfile.revision, own?.value ?? null));
  };
  return (
    <div className={css.others} data-conflict={inConflict}>
      <p className={css.othersTitle}>{t(inConflict ? 'conflict.others' : 'conflict.agree')}</p>
      <ul>
        {others.map((one) => (
          <li key={sourceName(one.source)}>
            <Words>{one.words}</Words>{' '}
            <Badge>
              <bdi>{sourceName(one.source)}</bdi>
            </Badge>
            {inConflict && network && own && !isOwn(one) && first && isOwn(first) ? (
              <Button
                small
                isPending={edit.isPending}
                aria-label={t('conflict.adoptOf', { field: label, source: sourceName(one.source) })}
                onPress={() => void state(one.value, t('conflict.adopted'))}
              >
                {t('conflict.adopt')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {inConflict && network && own && first && !isOwn(first) ? (
        <>
          <p>{t(first.source.herself ? 'conflict.herWord' : 'conflict.earlierWord')}</p>
          <span className={css.badges}>
            <Button
              small
              isPending={edit.isPending}
              aria-label={t('conflict.adoptOf', { field: label, source: sourceName(first.source) })}
              onPress={() => void state(first.value, t('conflict.adopted'))}
            >
              {t('conflict.adopt')}
            </Button>
            <Button
              small
              isPending={edit.isPending}
              aria-label={t('conflict.takeBackOf', { field: label })}
              onPress={() => void state(null, t('conflict.takenBack'))}
            >
              {t('conflict.takeBack')}
            </Button>
          </span>
        </>
      ) : null}
      {inConflict && !own ? <p>{t('conflict.notYours')}</p> : null}
      <Refusal refused={refused} />
      {edit.error ? <Failure error={edit.error} /> : null}
    </div>
  );
}

function Seen({ audience }: { readonly audience: Audience }): ReactNode {
  const t = useT('console-profiles');
  return (
    <p className={css.seen}>
      <span aria-hidden="true">{SHAPES[audience]}</span>{' '}
      {t('audience.seenBy', { who: t(`audience.${audience}`) })}
    </p>
  );
}

/** Who sees it now; a coordinator may let fewer people see it. */
function SeenBy({
  as,
  several,
  profile,
  label,
}: {
  readonly as: ProfileField;
  /** The field is seen in several forms, so each is named. */
  readonly several: boolean;
  readonly profile: RecordOfProfileFragment;
  readonly label: string;
}): ReactNode {
  const t = useT('console-profiles');
  const narrow = useChange(NarrowAudience);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState<Audience | ''>('');
  const found = profile.audiences.find(({ field }) => field === as);
  if (!found) return null;
  const narrower = AUDIENCES.slice(AUDIENCES.indexOf(found.audience) + 1);
  const named = several ? t(`seenAs.${as}`) : label;
  return (
    <p className={css.seen}>
      <span aria-hidden="true">{SHAPES[found.audience]}</span>{' '}
      {several ? `${t(`seenAs.${as}`)} – ` : ''}
      {t('audience.seenBy', { who: t(`audience.${found.audience}`) })}
      {narrower.length > 0 ? (
        <>
          {' '}
          <Button
            small
            look="quiet"
            aria-label={t('audience.narrowLabel', { field: named })}
            onPress={() => {
              setWanted('');
              setOpen(true);
            }}
          >
            {t('audience.narrow')}
          </Button>
          {open ? (
            <StepDialog
              title={t('audience.narrowOf', { field: named })}
              action={t('audience.narrow')}
              disabled={wanted === ''}
              change={narrow}
              variables={() => ({
                input: { field: as, audience: wanted as Audience, mediatorId: profile.id },
              })}
              done={t('audience.narrowed')}
              onClose={() => setOpen(false)}
            >
              <p>{t('audience.consequence')}</p>
              <Radios
                label={t('audience.who')}
                value={wanted}
                options={narrower.map((one) => [one, t(`audience.${one}`)] as const)}
                onChange={setWanted}
              />
            </StepDialog>
          ) : null}
        </>
      ) : null}
    </p>
  );
}
