import { useState, type ReactNode } from 'react';
import { problemAt, type Refused } from '../../graph/refusal.js';
import type { SpokenChannel } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Line, Radios } from '../../ui/fields.js';

/** How the desk heard her, and how it knows that it was she. */
export interface SpokenState {
  readonly channel: SpokenChannel | '';
  readonly setChannel: (channel: SpokenChannel) => void;
  readonly proof: string;
  readonly setProof: (proof: string) => void;
  readonly isWhole: boolean;
  readonly value: () => { readonly channel: SpokenChannel; readonly proof: string };
}

export function useSpoken(): SpokenState {
  const [channel, setChannel] = useState<SpokenChannel | ''>('');
  const [proof, setProof] = useState('');
  return {
    channel,
    setChannel,
    proof,
    setProof,
    isWhole: channel !== '' && proof.trim() !== '',
    value: () => ({ channel: channel as SpokenChannel, proof: proof.trim() }),
  };
}

/** The two fields of it. */
export function Spoken({
  spoken: { channel, setChannel, proof, setProof },
  refused,
  at,
  longest = 2_000,
}: {
  readonly spoken: SpokenState;
  readonly refused: Refused | null;
  /** Where they are in the input, with a dot at its end; nothing where they are at its top. */
  readonly at: '' | 'spoken.';
  readonly longest?: number;
}): ReactNode {
  const t = useT('console-desk');
  return (
    <>
      <Radios
        label={t('spoken.channel')}
        required
        value={channel}
        options={[
          ['TELEPHONE', t('spokenBy.TELEPHONE')],
          ['IN_PERSON', t('spokenBy.IN_PERSON')],
        ]}
        onChange={setChannel}
        problem={problemAt(refused, `${at}channel`)}
      />
      <Line
        label={t('spoken.proof')}
        hint={t('spoken.proofHint')}
        required
        maxLength={longest}
        value={proof}
        onChange={setProof}
        problem={problemAt(refused, `${at}proof`)}
      />
    </>
  );
}
