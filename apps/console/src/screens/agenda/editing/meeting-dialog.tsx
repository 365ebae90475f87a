import { useState, type ReactNode } from 'react';
import type { WpsMeetingKind } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Button } from '../../../ui/button.js';
import { Choice, Line } from '../../../ui/fields.js';
import { Row, Stack } from '../../../ui/page.js';
import { SaveMeeting } from '../offices.graphql.js';
import { useActors, type Meeting } from '../use-all.js';
import { GROUPINGS, MEETING_KINDS } from '../words.js';
import { ActorsField } from './actors-field.js';
import {
  draftOfTexts,
  FirstAndLast,
  type Days,
  LanguageTexts,
  orNull,
  writtenTexts,
} from './parts.js';
import { SaveDialog } from './save-dialog.js';

interface Paper {
  readonly title: string;
  readonly symbol: string;
  readonly url: string;
}

const MOST_DOCUMENTS = 20;

/** Writes a meeting down, or changes it: when, where, about what, who was there, and its agenda and other documents. */
export function MeetingDialog({
  meeting,
  leads,
  onClose,
  onDone,
}: {
  /** The one that is changed; null for a new one. */
  readonly meeting: Meeting | null;
  /** Whether she may write down meetings of this network. */
  readonly leads: (grouping: string) => boolean;
  readonly onClose: () => void;
  readonly onDone: (code: string) => void;
}): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const actors = useActors();
  const groupings = (actors.data ?? []).filter(
    ({ code, kind }) => GROUPINGS.includes(kind) && leads(code),
  );
  const [choice, setGrouping] = useState(meeting?.grouping.code ?? '');
  const grouping = choice || (groupings[0]?.code ?? '');
  const [kind, setKind] = useState<WpsMeetingKind>(meeting?.kind ?? 'CAPITAL');
  const [days, setDays] = useState<Days>({
    from: meeting?.from ?? '',
    until: meeting?.until ?? '',
  });
  const { from, until } = days;
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [written, setCode] = useState(meeting?.code ?? '');
  const code = written || codeOf(place, from);
  const [themes, setThemes] = useState(() => draftOfTexts(meeting?.themes ?? []));
  const [hosts, setHosts] = useState(() => codesOf(meeting?.hosts));
  const [participants, setParticipants] = useState(() => codesOf(meeting?.participants));
  const [papers, setPapers] = useState<readonly Paper[]>(
    () =>
      meeting?.documents.map(({ title, symbol, url }) => ({
        title,
        symbol: symbol ?? '',
        url: url ?? '',
      })) ?? [],
  );
  const [source, setSource] = useState(meeting?.source ?? '');
  const needed = { from, until, place: place.trim(), code, source: source.trim() };
  const lacksTitle = papers.some(({ title }) => title.trim() === '');
  return (
    <SaveDialog
      title={t(meeting ? 'meeting.edit' : 'meeting.new')}
      wide
      lacks={Object.values(needed).includes('') || lacksTitle}
      change={useChange(SaveMeeting)}
      variables={() => ({
        input: {
          ...needed,
          ...(meeting ? { revision: meeting.revision } : {}),
          grouping,
          kind,
          themes: writtenTexts(themes),
          hosts: [...hosts],
          participants: [...participants],
          documents: papers.map(({ title, symbol, url }) => ({
            title: title.trim(),
            symbol: orNull(symbol),
            url: orNull(url),
          })),
        },
      })}
      onClose={onClose}
      onDone={() => onDone(code)}
    >
      {(problem) => (
        <>
          <Choice
            label={t('grouping')}
            value={grouping}
            options={groupings.map((one) => [one.code, one.name])}
            onChange={setGrouping}
            disabled={meeting !== null}
            problem={problem('grouping')}
          />
          <Choice
            label={t('meeting.kind')}
            value={kind}
            options={MEETING_KINDS.map((each) => [each, t(`meetingKind.${each}`)])}
            onChange={(one) => setKind(one || kind)}
          />
          <FirstAndLast days={days} required="both" onChange={setDays} problem={problem} />
          <Line
            label={ta('meetings.place')}
            required
            maxLength={200}
            value={place}
            onChange={setPlace}
            problem={problem('place', needed.place === '')}
          />
          <Line
            label={t('meeting.code')}
            hint={t('meeting.codeHint')}
            required
            maxLength={64}
            value={code}
            onChange={setCode}
            disabled={meeting !== null}
            problem={problem('code', code === '')}
          />
          <LanguageTexts
            label={ta('meetings.theme')}
            maxLength={500}
            value={themes}
            onChange={setThemes}
            problem={problem('theme')}
          />
          <ActorsField
            label={ta('meetings.hosts')}
            chosen={hosts}
            onChange={setHosts}
            problem={problem('hosts')}
          />
          <ActorsField
            label={ta('meetings.participants')}
            hint={t('meeting.participantsHint')}
            chosen={participants}
            onChange={setParticipants}
            problem={problem('participants')}
          />
          {papers.map((paper, i) => (
            <PaperFields
              // Papers have no name of their own while they are written.
              // oxlint-disable-next-line react/no-array-index-key
              key={i}
              number={i + 1}
              paper={paper}
              problem={(field, lacks) => problem(`documents.${i}.${field}`, lacks)}
              onChange={(next) => setPapers(papers.map((one, n) => (n === i ? next : one)))}
              onRemove={() => setPapers(papers.filter((_, n) => n !== i))}
            />
          ))}
          {papers.length < MOST_DOCUMENTS ? (
            <Row>
              <Button onPress={() => setPapers([...papers, { title: '', symbol: '', url: '' }])}>
                {t('document.add')}
              </Button>
            </Row>
          ) : null}
          <Line
            label={ta('column.source')}
            hint={t('sourceHint')}
            required
            maxLength={500}
            value={source}
            onChange={setSource}
            problem={problem('source', needed.source === '')}
          />
        </>
      )}
    </SaveDialog>
  );
}

/** The agenda, a communiqué, minutes. */
function PaperFields({
  number,
  paper,
  problem,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly paper: Paper;
  readonly problem: (field: keyof Paper, lacks?: boolean) => string | undefined;
  readonly onChange: (paper: Paper) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  return (
    <fieldset>
      <legend>{t('document', { number })}</legend>
      <Stack>
        <Line
          label={ta('edit.title')}
          hint={t('document.titleHint')}
          required
          maxLength={500}
          value={paper.title}
          onChange={(title) => onChange({ ...paper, title })}
          problem={problem('title', paper.title.trim() === '')}
        />
        <Line
          label={t('document.symbol')}
          hint={t('document.symbolHint')}
          maxLength={100}
          value={paper.symbol}
          onChange={(symbol) => onChange({ ...paper, symbol })}
          problem={problem('symbol')}
        />
        <Line
          label={t('document.url')}
          hint={ta('edit.addressHint')}
          type="url"
          value={paper.url}
          onChange={(url) => onChange({ ...paper, url })}
          problem={problem('url')}
        />
        <Row>
          <Button small onPress={onRemove}>
            {t('document.remove', { number })}
          </Button>
        </Row>
      </Stack>
    </fieldset>
  );
}

function codesOf(actors: Meeting['hosts'] | undefined): readonly string[] {
  return actors?.map(({ code }) => code) ?? [];
}

/** What is offered as its code: `berlin-2018`. */
function codeOf(place: string, from: string): string {
  const words = place
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words === null || from === '' ? '' : [...words, from.slice(0, 4)].join('-').slice(-64);
}
