import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.js';
import { useT } from '../i18n/translate.js';
import { Badge, type Tone } from './feedback.js';
import css from './kit.module.css';
import { useNow } from './use-now.js';

/** So long before its end a clock is marked. */
const SOON_MS = 24 * 3_600_000;

/** A moment by which something is due: how far it is, when it is, and whether it is past. It goes on by itself. */
export function Clock({
  at,
  label,
  stopped = false,
}: {
  /** In ISO 8601. */
  readonly at: string;
  /** What is due then, where nothing beside it says so. */
  readonly label?: string;
  /** It stands still, because others have to act first. */
  readonly stopped?: boolean;
}): ReactNode {
  const t = useT('console');
  const format = useFormat();
  const now = useNow();
  const left = new Date(at).getTime() - now;
  const tone: Tone = stopped
    ? 'neutral'
    : left < 0
      ? 'danger'
      : left < SOON_MS
        ? 'warm'
        : 'neutral';
  const words = stopped
    ? t('clock.stopped')
    : left < 0
      ? t('clock.overdue', { since: format.relative(at, now) })
      : format.relative(at, now);
  return (
    <span className={css.clock}>
      {label ? <span>{label}</span> : null}
      <Badge tone={tone}>{words}</Badge>
      <time dateTime={at} className={css.hint}>
        {format.moment(at)}
      </time>
    </span>
  );
}
