import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { DeclarationOutcome, IntroductionRefusalReason } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Notice } from '../../ui/feedback.js';
import { Choice, Line, Radios } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import type { Introduction } from './introduction.js';
import {
  ForwardIntroduction,
  RefuseIntroduction,
  ReturnIntroduction,
  ReviewDeclaration,
} from './introductions.graphql.js';
import { REFUSAL_REASONS } from './lists.js';

interface StepProps {
  readonly introduction: Introduction;
  readonly onClose: () => void;
}

const LONGEST_WORDS = 2_000;

/** Asks her: her time begins. */
export function Forward({ introduction, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const { id, revision, urgency, channel, findings } = introduction;
  return (
    <StepDialog
      title={t('forward.title')}
      action={t('forward.button')}
      change={useChange(ForwardIntroduction)}
      variables={() => ({ id, revision })}
      done={t('forward.done')}
      onClose={onClose}
    >
      {findings.length > 0 ? (
        <Notice tone="warm" title={t('findings.title')}>
          <ul>
            {findings.map((finding) => (
              <li key={finding}>{t(`finding.${finding}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <p>{t('forward.about')}</p>
      <p>{t(`forward.time.${urgency}`)}</p>
      <p>{t(`forward.channel.${channel}`)}</p>
    </StepDialog>
  );
}

/** Gives the request back to the organizer with what is needed before she is asked. */
export function Return({ introduction: { id, revision }, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const [words, setWords] = useState('');
  return (
    <StepDialog
      title={t('return.title')}
      action={t('return.button')}
      change={useChange(ReturnIntroduction)}
      variables={() => ({ id, revision, words })}
      done={t('return.done')}
      disabled={words.trim() === ''}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('return.about')}</p>
          <Line
            label={t('return.words')}
            hint={t('return.hint')}
            long
            required
            maxLength={LONGEST_WORDS}
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
          />
        </>
      )}
    </StepDialog>
  );
}

/** Refuses for her. The organizer learns neither that nor why. */
export function Refuse({ introduction: { id, revision }, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const [reason, setReason] = useState<IntroductionRefusalReason | ''>('');
  const [words, setWords] = useState('');
  return (
    <StepDialog
      title={t('refuse.title')}
      action={t('refuse.button')}
      look="danger"
      change={useChange(RefuseIntroduction)}
      variables={() => ({
        id,
        revision,
        reason: reason as IntroductionRefusalReason,
        words: words.trim() || null,
      })}
      done={t('refuse.done')}
      disabled={reason === '' || (reason === 'OTHER' && words.trim() === '')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('refuse.about')}</p>
          <Choice
            label={t('refuse.reason')}
            none={t('choose')}
            required
            value={reason}
            options={REFUSAL_REASONS.map((one) => [one, t(`refusal.${one}`)])}
            onChange={setReason}
            problem={problemAt(refused, 'reason')}
          />
          <Line
            label={t('refuse.words')}
            hint={t('refuse.hint')}
            long
            required={reason === 'OTHER'}
            maxLength={LONGEST_WORDS}
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
          />
        </>
      )}
    </StepDialog>
  );
}

/** Settles the ties that she has declared. */
export function Review({ introduction, onClose }: StepProps): ReactNode {
  const t = useT('console-desk');
  const { id, revision, declaration, insiderTies } = introduction;
  const [outcome, setOutcome] = useState<DeclarationOutcome | ''>('');
  const [words, setWords] = useState('');
  const isTold = outcome === 'DISCLOSED_ACCEPTED';
  return (
    <StepDialog
      title={t('review.title')}
      action={t('review.button')}
      look={outcome === 'BARRED' ? 'danger' : 'primary'}
      change={useChange(ReviewDeclaration)}
      variables={() => ({
        id,
        revision,
        outcome: outcome as DeclarationOutcome,
        words: words.trim() || null,
      })}
      done={t('review.done')}
      disabled={outcome === '' || (isTold && words.trim() === '')}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t(`insiderTies.${insiderTies}`)}</p>
          <ul>
            {declaration?.map(({ interest, text }) => (
              <li key={interest}>
                {t(`interest.${interest}`)}: <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
          <Radios
            label={t('review.outcome')}
            required
            value={outcome}
            options={[
              ['NONE', t('declarationOutcome.NONE'), t('review.noneAbout')],
              [
                'DISCLOSED_ACCEPTED',
                t('declarationOutcome.DISCLOSED_ACCEPTED'),
                t('review.disclosedAbout'),
              ],
              ['BARRED', t('declarationOutcome.BARRED'), t('review.barredAbout')],
            ]}
            onChange={setOutcome}
            problem={problemAt(refused, 'outcome')}
          />
          <Line
            label={isTold ? t('review.wordsTold') : t('review.words')}
            long
            required={isTold}
            maxLength={LONGEST_WORDS}
            value={words}
            onChange={setWords}
            problem={problemAt(refused, 'words')}
          />
        </>
      )}
    </StepDialog>
  );
}
