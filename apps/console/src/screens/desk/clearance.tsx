import { useState, type ReactNode } from 'react';
import { isClosedLine } from '../../frame/deployment-states.js';
import { problemAt } from '../../graph/refusal.js';
import type { ClearanceOwner, ClearanceStep } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Notice, type Tone } from '../../ui/feedback.js';
import { Choice, Day, Line, Radios } from '../../ui/fields.js';
import { Row } from '../../ui/page.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import { useToday } from '../../ui/use-now.js';
import type { Deployment } from './deployment.js';
import {
  HandClearance,
  RecordDeskClearance,
  RecordWaiverAgreement,
  WaiveClearance,
} from './deployments.graphql.js';
import { OWNERS } from './lists.js';
import { Spoken, useSpoken } from './spoken.js';

type ClearanceLine = Deployment['clearance'][number];

const TONES: Readonly<Record<ClearanceLine['state'], Tone>> = {
  TODO: 'neutral',
  REQUESTED: 'accent',
  DONE: 'good',
  EXPIRED: 'danger',
  NOT_NEEDED: 'neutral',
  WAIVED: 'warm',
};

type Deed = 'record' | 'hand' | 'waive' | 'agree';

/** What must be clear before she begins, line by line. */
export function Clearance({ deployment }: { readonly deployment: Deployment }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const [open, setOpen] = useState<{
    readonly deed: Deed;
    readonly kind: ClearanceLine['kind'];
  } | null>(null);
  const { id, clearance, setting, state } = deployment;
  const closed = clearance.filter(isClosedLine).length;
  const isOver = ['COMPLETED', 'ENDED_EARLY', 'CANCELLED', 'CLOSED'].includes(state);
  const line = clearance.find(({ kind }) => kind === open?.kind);
  const close = (): void => setOpen(null);
  const today = useToday();
  return (
    <section>
      <h2>{t('clearance.title')}</h2>
      {setting ? <p>{t(`setting.${setting}`)}</p> : null}
      <Table
        caption={t('clearance.counted', { closed, count: clearance.length })}
        rows={clearance}
        keyOf={({ kind }) => kind}
        columns={[
          {
            id: 'line',
            words: t('clearance.line'),
            names: true,
            cell: ({ kind }) => t(`line.${kind}`),
          },
          {
            id: 'owner',
            words: t('clearance.owner'),
            cell: ({ owner }) => t(`owner.${owner}`),
          },
          {
            id: 'state',
            words: t('field.state'),
            cell: (one) => (
              <>
                <Badge tone={TONES[one.state]}>{t(`lineState.${one.state}`)}</Badge>
                {one.fit === false ? <Badge tone="danger">{t('clearance.unfit')}</Badge> : null}
                {one.waiverProposed && one.state !== 'WAIVED' ? (
                  <Badge tone="warm">
                    {t(one.waiverSeconded ? 'clearance.waitsForHer' : 'clearance.waitsForSecond')}
                  </Badge>
                ) : null}
              </>
            ),
          },
          {
            id: 'due',
            words: t('clearance.due'),
            cell: (one) => (
              <>
                {format.shortDay(one.dueOn)}{' '}
                {!isClosedLine(one) && one.dueOn < today ? (
                  <Badge tone="danger">{t('clearance.overdue')}</Badge>
                ) : null}
              </>
            ),
          },
          {
            id: 'valid',
            words: t('clearance.valid'),
            cell: ({ validUntil }) => (validUntil ? format.shortDay(validUntil) : null),
          },
          {
            id: 'reference',
            words: t('clearance.reference'),
            cell: ({ reference, waiver }) => (
              <>
                {reference ? <bdi>{reference}</bdi> : null}
                {waiver ? <bdi>{waiver}</bdi> : null}
              </>
            ),
          },
          {
            id: 'deeds',
            words: t('clearance.deeds'),
            cell: (one) =>
              isOver ? null : (
                <Row>
                  {deedsOf(one).map((deed) => (
                    <Button
                      key={deed}
                      small
                      aria-label={t('clearance.deedOf', {
                        deed: t(wordsOf(deed, one)),
                        line: t(`line.${one.kind}`),
                      })}
                      onPress={() => setOpen({ deed, kind: one.kind })}
                    >
                      {t(wordsOf(deed, one))}
                    </Button>
                  ))}
                </Row>
              ),
          },
        ]}
      />
      {line && open?.deed === 'record' ? <Record id={id} line={line} onClose={close} /> : null}
      {line && open?.deed === 'hand' ? <Hand id={id} line={line} onClose={close} /> : null}
      {line && open?.deed === 'waive' ? <Waive id={id} line={line} onClose={close} /> : null}
      {line && open?.deed === 'agree' ? <Agree id={id} line={line} onClose={close} /> : null}
    </section>
  );
}

/** What the desk can do with a line as it stands. */
function deedsOf({
  state,
  waiverProposed,
  waiverSeconded,
  agreedAt,
}: ClearanceLine): readonly Deed[] {
  if (isClosedLine({ state })) return ['record'];
  if (waiverSeconded) return agreedAt === null ? ['record', 'agree'] : ['record'];
  return waiverProposed ? ['record', 'waive'] : ['record', 'hand', 'waive'];
}

function wordsOf(
  deed: Deed,
  { waiverProposed }: ClearanceLine,
):
  | 'clearance.record'
  | 'clearance.hand'
  | 'clearance.waive'
  | 'clearance.second'
  | 'clearance.agree' {
  if (deed === 'waive') return waiverProposed ? 'clearance.second' : 'clearance.waive';
  return `clearance.${deed}`;
}

interface DeedProps {
  readonly id: string;
  readonly line: ClearanceLine;
  readonly onClose: () => void;
}

function Record({ id, line, onClose }: DeedProps): ReactNode {
  const t = useT('console-desk');
  const { kind, state } = line;
  const steps: readonly ClearanceStep[] =
    state === 'TODO' || state === 'EXPIRED'
      ? ['REQUEST', 'FINISH', 'DISPENSE']
      : state === 'REQUESTED'
        ? ['FINISH', 'DISPENSE', 'REOPEN']
        : ['REOPEN'];
  const [step, setStep] = useState<ClearanceStep | ''>(steps.length === 1 ? 'REOPEN' : '');
  const [reference, setReference] = useState(line.reference);
  const [validUntil, setValidUntil] = useState(line.validUntil ?? '');
  const [fit, setFit] = useState<'yes' | 'no' | ''>('');
  const asksFit = kind === 'MEDICAL_FITNESS';
  const finishes = step === 'FINISH';
  return (
    <StepDialog
      title={t(`line.${kind}`)}
      action={t('clearance.save')}
      change={useChange(RecordDeskClearance)}
      variables={() => ({
        id,
        kind,
        step: step as ClearanceStep,
        reference: finishes ? reference.trim() || null : null,
        validUntil: finishes && validUntil !== '' ? validUntil : null,
        fit: finishes && asksFit ? fit === 'yes' : null,
      })}
      done={t('clearance.saved')}
      disabled={step === '' || (finishes && asksFit && fit === '')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Radios
            label={t('clearance.step')}
            required
            value={step}
            options={steps.map((one) => [one, t(`lineStep.${one}`)])}
            onChange={setStep}
            problem={problemAt(refused, 'step')}
          />
          {finishes ? (
            <>
              {asksFit ? (
                <Radios
                  label={t('clearance.fit')}
                  hint={t('clearance.silent')}
                  required
                  value={fit}
                  options={[
                    ['yes', t('clearance.fitYes')],
                    ['no', t('clearance.fitNo')],
                  ]}
                  onChange={setFit}
                  problem={problemAt(refused, 'fit')}
                />
              ) : null}
              <Day
                label={t('clearance.validUntil')}
                value={validUntil}
                onChange={setValidUntil}
                problem={problemAt(refused, 'validUntil')}
              />
              <Line
                label={t('clearance.referenceLong')}
                value={reference}
                onChange={setReference}
                problem={problemAt(refused, 'reference')}
              />
            </>
          ) : null}
        </>
      )}
    </StepDialog>
  );
}

function Hand({ id, line: { kind, owner: before }, onClose }: DeedProps): ReactNode {
  const t = useT('console-desk');
  const [owner, setOwner] = useState<ClearanceOwner | ''>('');
  return (
    <StepDialog
      title={t('clearance.handTitle', { line: t(`line.${kind}`) })}
      action={t('clearance.hand')}
      change={useChange(HandClearance)}
      variables={() => ({ id, kind, owner: owner as ClearanceOwner })}
      done={t('clearance.saved')}
      disabled={owner === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('clearance.handAbout')}</p>
          <Choice
            label={t('clearance.owner')}
            none={t('choose')}
            required
            value={owner}
            options={OWNERS.filter((one) => one !== before).map((one) => [one, t(`owner.${one}`)])}
            onChange={setOwner}
            problem={problemAt(refused, 'owner')}
          />
        </>
      )}
    </StepDialog>
  );
}

function Waive({ id, line: { kind, waiver, waiverProposed }, onClose }: DeedProps): ReactNode {
  const t = useT('console-desk');
  const [words, setWords] = useState(waiver);
  return (
    <StepDialog
      title={t('clearance.waiveTitle', { line: t(`line.${kind}`) })}
      action={t(waiverProposed ? 'clearance.second' : 'clearance.waive')}
      look="danger"
      change={useChange(WaiveClearance)}
      variables={() => ({ id, kind, words })}
      done={t('clearance.saved')}
      disabled={words.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('clearance.waiveAbout')}</p>
          <Line
            label={t('clearance.waiveWords')}
            long
            required
            maxLength={2_000}
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
          />
        </>
      )}
    </StepDialog>
  );
}

function Agree({ id, line: { kind, waiver }, onClose }: DeedProps): ReactNode {
  const t = useT('console-desk');
  const spoken = useSpoken();
  return (
    <StepDialog
      title={t('clearance.agreeTitle', { line: t(`line.${kind}`) })}
      action={t('clearance.agree')}
      change={useChange(RecordWaiverAgreement)}
      variables={() => ({ id, kind, spoken: spoken.value() })}
      done={t('clearance.saved')}
      disabled={!spoken.isWhole}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Notice tone="warm">
            <p>
              <bdi>{waiver}</bdi>
            </p>
          </Notice>
          <p>{t('clearance.agreeAbout')}</p>
          <Spoken spoken={spoken} refused={refused} at="spoken." />
        </>
      )}
    </StepDialog>
  );
}
