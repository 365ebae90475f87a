import type { ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { isFieldName } from './fields.js';

/** What a column is called here; a name that is not known, as it is. */
export function FieldLabel({ name }: { readonly name: string }): ReactNode {
  const t = useT('console-imports');
  return <small>{isFieldName(name) ? t(`field.${name}`) : name}</small>;
}
