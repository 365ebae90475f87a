import { useState, type ReactNode } from 'react';
import { problemAt } from '../../graph/refusal.js';
import type { AskDeclineReason, Interest, SpokenAnswerInput } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Boxes, Check, Line, Radios } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import type { Introduction } from './introduction.js';
import { RecordIntroductionAnswer } from './introductions.graphql.js';
import { DECLINE_REASONS, INTERESTS } from './lists.js';
import { Spoken, useSpoken } from './spoken.js';

type Kind = 'accept' | 'decline' | 'question' | 'release';

/** Which answers she can give, by how the introduction stands. */
function kindsOf({ state, question }: Introduction): readonly Kind[] {
  if (state === 'CONFIRMED') return ['release', 'decline'];
  if (state !== 'FORWARDED') return ['decline'];
  return question === null ? ['accept', 'decline', 'question'] : ['accept', 'decline'];
}

/** Records what she said by telephone or in person: it counts as if she had written it. */
export function RecordAnswer({
  introduction,
  onClose,
}: {
  readonly introduction: Introduction;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-desk');
  const { id, revision, termsRevision } = introduction;
  const kinds = kindsOf(introduction);
  const [kind, setKind] = useState<Kind | ''>(kinds.length === 1 ? (kinds[0] ?? '') : '');
  const [read, setRead] = useState(false);
  const [hasTies, setHasTies] = useState<'no' | 'yes' | ''>('');
  const [ties, setTies] = useState<Readonly<Partial<Record<Interest, string>>>>({});
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const [share, setShare] = useState(false);
  const [question, setQuestion] = useState('');
  const spoken = useSpoken();
  const named = INTERESTS.filter((interest) => ties[interest] !== undefined);
  const isWhole =
    spoken.isWhole &&
    (kind === 'accept'
      ? read && (hasTies === 'no' || (hasTies === 'yes' && named.length > 0))
      : kind === 'decline'
        ? reasons.length > 0
        : kind === 'question'
          ? question.trim() !== ''
          : kind === 'release');

  const input = (): SpokenAnswerInput => ({
    id,
    revision,
    ...spoken.value(),
    accept:
      kind === 'accept'
        ? {
            termsRevision,
            declaration:
              hasTies === 'yes'
                ? named.map((interest) => ({ interest, text: ties[interest] ?? '' }))
                : [],
          }
        : null,
    decline:
      kind === 'decline'
        ? { reasons: reasons as AskDeclineReason[], share, words: words.trim() || null }
        : null,
    question: kind === 'question' ? question : null,
    release: kind === 'release' ? { relay: true } : null,
  });

  return (
    <StepDialog
      title={t('record.title')}
      action={t('record.save')}
      change={useChange(RecordIntroductionAnswer)}
      variables={() => ({ input: input() })}
      done={t('record.done')}
      disabled={!isWhole}
      wide
      onClose={onClose}
    >
      {(refused) => (
        <>
          <p>{t('record.about')}</p>
          <Radios
            label={t('record.kind')}
            required
            value={kind}
            options={kinds.map((one) => [one, t(`record.kind.${one}`)])}
            onChange={setKind}
          />
          {kind === 'accept' ? (
            <>
              <Check
                label={t('record.read', { revision: termsRevision })}
                value={read}
                onChange={setRead}
              />
              <Radios
                label={t('record.ties')}
                hint={t(`insiderTies.${introduction.insiderTies}`)}
                required
                value={hasTies}
                options={[
                  ['no', t('record.noTies')],
                  ['yes', t('record.someTies')],
                ]}
                onChange={setHasTies}
                problem={problemAt(refused, 'accept')}
              />
              {hasTies === 'yes'
                ? INTERESTS.map((interest) => (
                    <div key={interest}>
                      <Check
                        label={t(`interest.${interest}`)}
                        value={ties[interest] !== undefined}
                        onChange={(on) =>
                          setTies((old) =>
                            Object.fromEntries(
                              INTERESTS.filter((one) =>
                                one === interest ? on : old[one] !== undefined,
                              ).map((one) => [one, old[one] ?? '']),
                            ),
                          )
                        }
                      />
                      {ties[interest] === undefined ? null : (
                        <Line
                          label={t('record.tie')}
                          required
                          maxLength={500}
                          value={ties[interest]}
                          onChange={(text) => setTies((old) => ({ ...old, [interest]: text }))}
                        />
                      )}
                    </div>
                  ))
                : null}
            </>
          ) : null}
          {kind === 'decline' ? (
            <>
              <p>{t('record.declineAbout')}</p>
              <Boxes
                label={t('record.reasons')}
                options={DECLINE_REASONS.map((one) => [one, t(`declineReason.${one}`)])}
                chosen={reasons}
                // That she gives none stands alone.
                onChange={(chosen) =>
                  setReasons(
                    chosen.at(-1) === 'NO_REASON'
                      ? ['NO_REASON']
                      : chosen.filter((one) => one !== 'NO_REASON'),
                  )
                }
              />
              <Line
                label={t('record.words')}
                long
                maxLength={2_000}
                value={words}
                onChange={setWords}
                problem={problemAt(refused, 'decline')}
              />
              <Check label={t('record.share')} value={share} onChange={setShare} />
            </>
          ) : null}
          {kind === 'question' ? (
            <Line
              label={t('record.question')}
              hint={t('record.questionHint')}
              long
              required
              maxLength={2_000}
              value={question}
              onChange={setQuestion}
              problem={problemAt(refused, 'question')}
            />
          ) : null}
          {kind === 'release' ? <p>{t('record.releaseAbout')}</p> : null}
          <Spoken spoken={spoken} refused={refused} at="" longest={500} />
        </>
      )}
    </StepDialog>
  );
}
