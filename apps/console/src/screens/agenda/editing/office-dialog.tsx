import { useState, type ReactNode } from 'react';
import { problemAt } from '../../../graph/refusal.js';
import type { OfficeTermInput, WholeActorQuery, WpsOfficeRole } from '../../../graph/types.js';
import { useAsk, useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Check, Choice, Line } from '../../../ui/fields.js';
import { StepDialog } from '../../../ui/step-dialog.js';
import { SaveActor, WholeActor } from '../offices.graphql.js';
import { useActors } from '../use-all.js';
import { GROUPINGS, OFFICE_ROLES } from '../words.js';
import { FirstAndLast } from './parts.js';

/** A term of office, and whose it is. */
export interface Term {
  readonly actor: string;
  readonly grouping: string;
  readonly role: WpsOfficeRole;
  readonly from: string | null;
  readonly until: string | null;
  readonly source: string;
}

type Actor = WholeActorQuery['wpsActor'];

/** For administrators: writes down that an actor holds an office in a network, changes that, or takes it out again. */
export function OfficeDialog({
  term,
  onClose,
}: {
  /** The one that is changed; null for a new one. */
  readonly term: Term | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const tc = useT('console');
  const actors = useActors();
  const groupings = (actors.data ?? []).filter(({ kind }) => GROUPINGS.includes(kind));
  const [choice, setGrouping] = useState(term?.grouping ?? '');
  const grouping = choice || (groupings[0]?.code ?? '');
  const [actor, setActor] = useState(term?.actor ?? '');
  const [role, setRole] = useState<WpsOfficeRole>(term?.role ?? 'CHAIR');
  const [from, setFrom] = useState(term?.from ?? '');
  const [until, setUntil] = useState(term?.until ?? '');
  const [source, setSource] = useState(term?.source ?? '');
  const [isWrong, setWrong] = useState(false);
  // What is read here is read anew after a conflict, and pressing again takes the step from there.
  const whole = useAsk(WholeActor, { code: actor }, { enabled: actor !== '' }).data?.wpsActor;
  const lacksSource = !isWrong && source.trim() === '';
  const written: OfficeTermInput = {
    grouping,
    role,
    from: from || null,
    until: until || null,
    source: source.trim(),
  };
  return (
    <StepDialog
      title={t(term ? 'office.edit' : 'office.new')}
      action={isWrong ? ta('edit.remove') : tc('action.save')}
      look={isWrong ? 'danger' : 'primary'}
      disabled={actor !== '' && whole === undefined}
      lacks={actor === '' || lacksSource}
      change={useChange(SaveActor)}
      variables={() => ({ input: withOffice(whole!, term, isWrong ? null : written) })}
      done={isWrong ? ta('edit.removed') : tc('state.saved')}
      onClose={onClose}
    >
      {(refused, isTried) => {
        // The service names an office by its place among all of the actor, which nobody sees here.
        const at = (field: string): string | undefined =>
          refused?.fields
            ?.filter(({ path }) => path.startsWith('offices.') && path.endsWith(`.${field}`))
            .map(({ message }) => message)
            .join(' ') || undefined;
        return (
          <>
            <Choice
              label={t('grouping')}
              value={grouping}
              options={groupings.map((one) => [one.code, one.name])}
              onChange={setGrouping}
              disabled={isWrong}
              problem={at('grouping')}
            />
            <Choice
              label={t('office.role')}
              value={role}
              options={OFFICE_ROLES.map((each) => [each, t(`officeRole.${each}`)])}
              onChange={(one) => setRole(one || role)}
              disabled={isWrong}
            />
            <Choice
              label={t('office.actor')}
              none={t('office.chooseActor')}
              required
              value={actor}
              options={(actors.data ?? []).map((one) => [one.code, one.name])}
              onChange={setActor}
              disabled={term !== null}
              problem={
                problemAt(refused, 'code') ??
                (isTried && actor === '' ? ta('commitment.needed') : undefined)
              }
            />
            <FirstAndLast
              from={from}
              until={until}
              onChange={(days) => {
                setFrom(days.from ?? from);
                setUntil(days.until ?? until);
              }}
              disabled={isWrong}
              problem={at}
            />
            <Line
              label={ta('column.source')}
              hint={t('sourceHint')}
              required
              maxLength={500}
              value={source}
              onChange={setSource}
              disabled={isWrong}
              problem={
                at('source') ?? (isTried && lacksSource ? ta('commitment.needed') : undefined)
              }
            />
            {term ? <Check label={t('office.wrong')} value={isWrong} onChange={setWrong} /> : null}
          </>
        );
      }}
    </StepDialog>
  );
}

/** The whole actor with one term of office written anew, or taken out where there is none. */
function withOffice(actor: Actor, before: Term | null, after: OfficeTermInput | null) {
  const { code, revision, kind, fictional, names, parent, memberships, offices } = actor;
  const terms = offices.map(({ grouping, role, from, until, source }) => ({
    grouping: grouping.code,
    role,
    from,
    until,
    source,
  }));
  const place = terms.findIndex(
    ({ grouping, role, from }) =>
      before?.grouping === grouping && before.role === role && before.from === from,
  );
  const written = after === null ? [] : [after];
  return {
    code,
    revision,
    kind,
    fictional,
    names: names.map(({ language, text }) => ({ language, text })),
    parent: parent?.code ?? null,
    memberships: memberships.map(({ grouping, from, until, source, asOf }) => ({
      grouping: grouping.code,
      from,
      until,
      source,
      asOf,
    })),
    offices:
      place < 0
        ? [...terms, ...written]
        : terms.flatMap((one, i) => (i === place ? written : [one])),
  };
}
