import { useRef, useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { ProfileLifeQuery, ProfileStep } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Badge, Failure, Refusal } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { useTell } from '../../ui/toast.js';
import { REQUIRED } from './fields.js';
import css from './profiles.module.css';
import { AddNote, ProfileLife, StepProfile } from './profiles.graphql.js';
import { STATE_TONES } from './states.js';
import { useWho } from './who.js';

type Life = NonNullable<ProfileLifeQuery['profile']>;
type Next = NonNullable<Life['nextSteps']>[number];

/** With these evidence can be handed in. */
const EVIDENCED: ReadonlySet<ProfileStep> = new Set(['SUBMIT', 'VERIFY']);
/** These take her out of sight. */
const GRAVE: ReadonlySet<ProfileStep> = new Set(['SUSPEND', 'WITHDRAW']);

/** What steps of the history are called that are no `ProfileStep`. */
const WAYS = [
  'create',
  'apply',
  'import',
  'undo-import',
  'edit',
  'merge',
  'unmerge',
  'end-affiliation',
  'submit',
  'return',
  'verify',
  'publish',
  'confirm',
  'expire',
  'suspend',
  'reinstate',
  'withdraw',
  'resume',
] as const;

/** The state of a profile: what can be done with it, what was done, why it can be believed, and notes. */
export function LifeTab({ id }: { readonly id: string }): ReactNode {
  const query = useAsk(ProfileLife, { id });
  return (
    <Answered query={query}>
      {({ profile }) =>
        profile ? (
          <Stack>
            <Steps profile={profile} />
            <Evidence profile={profile} />
            <Notes profile={profile} />
            <Past profile={profile} />
          </Stack>
        ) : null
      }
    </Answered>
  );
}

function Steps({ profile }: { readonly profile: Life }): ReactNode {
  const t = useT('console-profiles');
  const tf = useT('console-fields');
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<ProfileStep | null>(null);
  const stated = new Set(profile.statements?.map(({ field }) => field));
  const missing = REQUIRED.filter((field) => !stated.has(field));
  const next = profile.nextSteps ?? [];
  const isLocked = ({ lacks }: Next): boolean => lacks.some((need) => need !== 'EVIDENCE');
  return (
    <section className={css.panel}>
      <h2 ref={heading} tabIndex={-1}>
        {t('life.now')}{' '}
        <Badge tone={STATE_TONES[profile.state]}>{t(`state.${profile.state}`)}</Badge>
      </h2>
      <p>{t(`stateAbout.${profile.state}`)}</p>
      {next.length === 0 ? <p>{t('life.noSteps')}</p> : null}
      <ul className={css.steps}>
        {next.map((one) => (
          <li key={one.step}>
            <Button
              look={isLocked(one) || GRAVE.has(one.step) ? 'plain' : 'primary'}
              isDisabled={isLocked(one)}
              onPress={() => setChosen(one.step)}
            >
              {t(`step.${one.step}`)}
            </Button>
            <div>
              <p>{t(`stepAbout.${one.step}`)}</p>
              {one.lacks
                .filter((need) => need !== 'EVIDENCE')
                .map((need) => (
                  <p key={need} className={css.lock}>
                    <span aria-hidden="true">🔒</span>{' '}
                    {need === 'FIELDS'
                      ? t('need.FIELDS', {
                          fields: format.list(missing.map((field) => tf(field))),
                        })
                      : t(`need.${need}`)}
                  </p>
                ))}
              {one.lacks.includes('EVIDENCE') ? (
                <p className={css.lock}>{t('need.EVIDENCE')}</p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {chosen ? (
        <Take
          key={chosen}
          id={profile.id}
          step={chosen}
          lacksEvidence={
            next.find(({ step }) => step === chosen)?.lacks.includes('EVIDENCE') ?? false
          }
          onClose={() => setChosen(null)}
          onDone={() => {
            setTimeout(() => heading.current?.focus());
          }}
        />
      ) : null}
    </section>
  );
}

/** One step with what it wants to know. */
function Take({
  id,
  step,
  lacksEvidence,
  onClose,
  onDone,
}: {
  readonly id: string;
  readonly step: ProfileStep;
  readonly lacksEvidence: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const t = useT('console-profiles');
  const [note, setNote] = useState('');
  const [references, setReferences] = useState('');
  const [accreditation, setAccreditation] = useState('');
  const names = references
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const hasEvidence = names.length > 0 || accreditation.trim() !== '';
  return (
    <StepDialog
      title={t(`step.${step}`)}
      action={t(`step.${step}`)}
      look={GRAVE.has(step) ? 'danger' : 'primary'}
      change={useChange(StepProfile)}
      variables={() => ({
        id,
        step,
        note: note.trim() === '' ? null : note.trim(),
        evidence: hasEvidence
          ? {
              references: names,
              accreditation: accreditation.trim() === '' ? null : accreditation.trim(),
            }
          : null,
      })}
      done={t(`stepDone.${step}`)}
      onClose={onClose}
      onDone={onDone}
    >
      {(refused) => (
        <>
          <p>{t(`stepAbout.${step}`)}</p>
          {EVIDENCED.has(step) ? (
            <>
              <p>{t(lacksEvidence ? 'evidence.needed' : 'evidence.optional')}</p>
              <Line
                label={t('evidence.accreditation')}
                hint={t('evidence.accreditationHint')}
                long
                maxLength={1000}
                value={accreditation}
                onChange={setAccreditation}
                problem={problemAt(refused, 'evidence.accreditation')}
              />
              <Line
                label={t('evidence.references')}
                hint={t('evidence.referencesHint')}
                long
                value={references}
                onChange={setReferences}
                problem={problemAt(refused, 'evidence.references')}
              />
            </>
          ) : null}
          <Line
            label={t('notes.forStep')}
            hint={t('notes.sheReads')}
            long
            maxLength={4000}
            value={note}
            onChange={setNote}
            problem={problemAt(refused, 'note')}
          />
        </>
      )}
    </StepDialog>
  );
}

function Evidence({ profile }: { readonly profile: Life }): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const who = useWho();
  const evidence = profile.evidence ?? [];
  return (
    <Card title={t('evidence.title')}>
      {evidence.length === 0 ? (
        <p>{t('evidence.none')}</p>
      ) : (
        <ul className={css.entries}>
          {evidence.map((one) => (
            <li key={`${one.recordedAt} ${one.text}`}>
              <Badge>
                {t(one.accreditation ? 'evidence.isAccreditation' : 'evidence.isReference')}
              </Badge>{' '}
              <bdi>{one.text}</bdi> {one.network ? <bdi>({one.network.name})</bdi> : null}
              <small className={css.when}>
                {t('by', { who: who(one.recordedBy), when: format.moment(one.recordedAt) })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Notes({ profile }: { readonly profile: Life }): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const who = useWho();
  const tell = useTell();
  const add = useChange(AddNote);
  const [text, setText] = useState('');
  const refused = refusalOf(add.data?.addNote);
  const save = async (): Promise<void> => {
    const { addNote } = await add.mutateAsync({ id: profile.id, text });
    if (isRefused(addNote)) return;
    setText('');
    tell(t('notes.added'));
  };
  return (
    <Card title={t('notes.title')}>
      <ul className={css.entries}>
        {(profile.notes ?? []).map((one) => (
          <li key={`${one.writtenAt} ${one.text}`}>
            <bdi>{one.text}</bdi>
            <small className={css.when}>
              {t('by', { who: who(one.writtenBy), when: format.moment(one.writtenAt) })}
            </small>
          </li>
        ))}
      </ul>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Line
            label={t('notes.new')}
            hint={t('notes.sheReads')}
            long
            maxLength={4000}
            value={text}
            onChange={setText}
            problem={problemAt(refused, 'text')}
          />
          <Refusal refused={refused} />
          {add.error ? <Failure error={add.error} /> : null}
          <Row>
            <Button type="submit" isPending={add.isPending} isDisabled={text.trim() === ''}>
              {t('notes.add')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

function Past({ profile }: { readonly profile: Life }): ReactNode {
  const t = useT('console-profiles');
  const format = useFormat();
  const who = useWho();
  const steps = (profile.steps ?? []).toReversed();
  return (
    <Card title={t('life.past')}>
      <ol className={css.entries}>
        {steps.map((one) => {
          const way = WAYS.find((name) => name === one.step);
          return (
            <li key={`${one.madeAt} ${one.step}`}>
              <strong>{way ? t(`way.${way}`) : one.step}</strong>{' '}
              <Badge tone={STATE_TONES[one.after]}>{t(`state.${one.after}`)}</Badge>
              {one.note ? (
                <p>
                  <bdi>{one.note}</bdi>
                </p>
              ) : null}
              <small className={css.when}>
                {t('by', {
                  who: one.herself ? t('source.herself') : who(one.madeBy),
                  when: format.moment(one.madeAt),
                })}
              </small>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
