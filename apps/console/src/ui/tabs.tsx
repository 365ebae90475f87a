import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import css from './kit.module.css';
import { useParam } from './params.js';

/** One part of a screen, made when it is looked at. */
export interface TabOf<Id extends string> {
  readonly id: Id;
  readonly words: string;
  readonly content: () => ReactNode;
}

/** Parts of a screen of which one is shown. Which one is in the address (`?tab=`); the first needs no word there. */
export function Tabs<Id extends string>({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly TabOf<Id>[];
}): ReactNode {
  const [wanted, choose] = useParam('tab');
  const [first] = tabs;
  const current = tabs.find(({ id }) => id === wanted) ?? first;
  return (
    <AriaTabs
      {...(current ? { selectedKey: current.id } : {})}
      onSelectionChange={(id) => choose(id === first?.id ? '' : String(id))}
      keyboardActivation="manual"
    >
      <TabList aria-label={label} className={css.tabList ?? ''}>
        {tabs.map(({ id, words }) => (
          <Tab key={id} id={id} className={css.tab ?? ''}>
            {words}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id}>
          {id === current?.id ? content() : null}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
