import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { AccountRole } from '../graph/types.js';
import type { Area } from '../i18n/translate.js';

/** A screen: where it is, whose it is, and the code and messages that come with it. */
export interface ScreenRoute {
  /** As wouter reads it, such as `/members/:id`. */
  readonly path: string;
  /** Whoever has none of these roles is told that there is no such page. */
  readonly roles: readonly AccountRole[];
  /** The areas of messages that it uses beside `console`. */
  readonly areas: readonly Area[];
  readonly Screen: LazyExoticComponent<ComponentType>;
  /** Its entry in the menu. Screens without one are reached from others. */
  readonly menu?: string;
}

/** A screen whose code is loaded when it is first shown. */
export function screen(
  route: Omit<ScreenRoute, 'Screen'> & {
    readonly load: () => Promise<{ readonly default: ComponentType }>;
  },
): ScreenRoute {
  const { load, ...rest } = route;
  return { ...rest, Screen: lazy(load) };
}
