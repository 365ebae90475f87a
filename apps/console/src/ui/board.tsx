import type { ReactNode } from 'react';
import css from './board.module.css';

/** What is under way by how it stands: a column for each state, in the order of the way. */
export function Board({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={css.board}>{children}</div>;
}

/** One state with the cards of what is in it. */
export function BoardColumn<One extends { readonly id: string }>({
  id,
  title,
  about,
  cards,
  cellOf,
  more,
}: {
  /** Of the element that names it. */
  readonly id: string;
  /** The state, and how many there are. */
  readonly title: string;
  /** Who has to do what. */
  readonly about: string;
  readonly cards: readonly One[];
  readonly cellOf: (one: One) => ReactNode;
  /** The way to those that have no room here. */
  readonly more?: ReactNode;
}): ReactNode {
  return (
    <section className={css.column} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={css.about}>{about}</p>
      {cards.length > 0 ? (
        <ul className={css.cards}>
          {cards.map((one) => (
            <li key={one.id} className={css.card}>
              {cellOf(one)}
            </li>
          ))}
        </ul>
      ) : null}
      {more}
    </section>
  );
}
