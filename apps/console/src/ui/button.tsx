import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button';
import { Link } from 'wouter';
import css from './kit.module.css';

export type Look = 'plain' | 'primary' | 'danger' | 'alarm' | 'quiet';

interface Looks {
  readonly look?: Look;
  readonly small?: boolean;
}

/**
 * Something that happens here. While it is pending it keeps the focus, and pressing it does nothing. React Aria's own
 * `isPending` would have it announced by a reference to the button, which is often gone with its dialog by then.
 */
export function Button({
  look = 'plain',
  small,
  isPending = false,
  onPress,
  type,
  ...props
}: AriaButtonProps & Looks): ReactNode {
  return (
    <AriaButton
      {...props}
      className={classOf(look, small)}
      // A form is not sent twice by Enter in one of its fields either.
      {...(type === undefined ? {} : { type: isPending ? 'button' : type })}
      {...(isPending ? { 'aria-disabled': true } : {})}
      {...(onPress && !isPending ? { onPress } : {})}
    />
  );
}

/** Something that leads elsewhere and looks like a button: a way on, an entry that is to be made. */
export function LinkButton({
  to,
  look = 'plain',
  small,
  name,
  children,
}: Looks & {
  readonly to: string;
  /** What it is called where its words say too little without what stands beside it. */
  readonly name?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Link to={to} className={classOf(look, small)} {...(name ? { 'aria-label': name } : {})}>
      {children}
    </Link>
  );
}

function classOf(look: Look, small = false): string {
  return [css.button, look === 'plain' ? '' : css[look], small ? css.small : '']
    .filter(Boolean)
    .join(' ');
}
