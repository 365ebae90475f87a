import { useState, type ReactNode } from 'react';
import { useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { giveServedFile } from '../../ui/download.js';
import { Failure } from '../../ui/feedback.js';
import { Row } from '../../ui/page.js';
import type { StepProps } from './import.js';

const FORMATS = ['xlsx', 'csv'] as const;

/** What was rejected, as a file in her language for whoever keeps the list. */
export function Rejects({ one: { id, counts } }: StepProps): ReactNode {
  const t = useT('console-imports');
  const language = useLocale();
  const [error, setError] = useState<unknown>(null);
  if (!counts || counts.rejected === 0) return null;
  const give = async (format: (typeof FORMATS)[number]): Promise<void> => {
    setError(null);
    const path = `/imports/${encodeURIComponent(id)}/rejects?format=${format}&language=${language}`;
    await giveServedFile(path, {}, `rejects.${format}`).catch(setError);
  };
  return (
    <>
      <Row>
        {FORMATS.map((format) => (
          <Button key={format} onPress={() => void give(format)}>
            {t(`rejects.${format}`)}
          </Button>
        ))}
      </Row>
      {error === null ? null : <Failure error={error} />}
    </>
  );
}
