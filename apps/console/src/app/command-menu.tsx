import { useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../i18n/translate.js';
import { Dialog } from '../ui/dialog.js';
import { TypeAhead } from '../ui/type-ahead.js';
import { hasRole, useMe } from '../frame/me.js';
import { MENU } from './menu.js';
import { usePeople } from './use-people.js';

/** Goes to any screen by a few letters of its name, and to any person whom she may see. */
export default function CommandMenu({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT('console');
  const me = useMe();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const entries = useMemo(
    () =>
      MENU.flatMap(({ group, entries: inGroup }) =>
        inGroup
          .filter(({ roles }) => hasRole(me, roles))
          .map(({ key, path }) => ({
            id: path,
            words: t(`menu.${key}`),
            about: t(`group.${group}`),
          })),
      ),
    [me, t],
  );
  const wanted = typed.toLocaleLowerCase();
  const { options, ...offers } = usePeople(typed);
  return (
    <Dialog title={t('frame.find')} open onClose={onClose}>
      <TypeAhead
        label={t('frame.findAbout')}
        typed={typed}
        onType={setTyped}
        options={[
          ...entries.filter(({ words }) => words.toLocaleLowerCase().includes(wanted)),
          ...options,
        ]}
        {...offers}
        atOnce
        onChoose={({ id }) => {
          onClose();
          go(id);
        }}
      />
    </Dialog>
  );
}
