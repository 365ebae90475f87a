import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useLocation } from 'wouter';
import type { OwnNetwork } from '../../frame/me.js';
import { GraphError } from '../../graph/errors.js';
import { upload } from '../../graph/upload.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Failure, Notice } from '../../ui/feedback.js';
import { Row } from '../../ui/page.js';
import css from './imports.module.css';

/** What the service takes at most, in megabytes. A larger file need not be sent to be refused. */
const MOST_MEGABYTES = 50;
/** For the window in which a file is chosen. What is in a file tells the service its format, not its name. */
const NAMES = '.xlsx,.ods,.csv,.tsv,.txt,.jsonl,.ndjson';

type Progress = number | 'large' | { readonly error: unknown } | null;

/** Takes a list from a button or by dropping it, sends it, and leads to what was found in it. */
export function UploadFile({ network }: { readonly network: OwnNetwork }): ReactNode {
  const t = useT('console-imports');
  const tc = useT('console');
  const format = useFormat();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const id = useId();
  const [sent, setSent] = useState<Progress>(null);
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);

  const send = async (file: File): Promise<void> => {
    if (file.size > MOST_MEGABYTES * 1024 ** 2) {
      setSent('large');
      return;
    }
    const form = new FormData();
    form.set('network', network.slug);
    form.set('file', file);
    const controller = new AbortController();
    sending.current = controller;
    setSent(0);
    try {
      const { import: made } = await upload<{ readonly import: { readonly id: string } }>(
        '/imports',
        form,
        setSent,
        controller.signal,
      );
      void queries.invalidateQueries();
      go(`/imports/${made.id}`);
    } catch (error) {
      setSent(controller.signal.aborted ? null : { error });
    }
  };

  const zone = useRef<HTMLElement>(null);
  const isOver = useDrop(zone, (file) => {
    if (typeof sent !== 'number') void send(file);
  });

  return (
    <section
      ref={zone}
      className={css.drop}
      aria-labelledby={`${id}-title`}
      {...(isOver ? { 'data-over': '' } : {})}
    >
      <h2 id={`${id}-title`}>{t('upload.title', { network: network.name })}</h2>
      <p id={`${id}-hint`}>{t('upload.formats', { megabytes: MOST_MEGABYTES })}</p>
      {typeof sent === 'number' ? (
        <Row>
          <label htmlFor={`${id}-sent`}>{t('upload.sending')}</label>
          <progress id={`${id}-sent`} max={1} value={sent} />
          <span>{format.percent(sent)}</span>
          <Button small onPress={() => sending.current?.abort()}>
            {tc('action.cancel')}
          </Button>
        </Row>
      ) : (
        <>
          <label htmlFor={`${id}-file`}>{t('upload.choose')}</label>
          <input
            id={`${id}-file`}
            type="file"
            accept={NAMES}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              // The same file may be chosen again after it was mended.
              target.value = '';
              if (file) void send(file);
            }}
          />
        </>
      )}
      {sent === 'large' ? (
        <Notice tone="danger">{t('upload.large', { megabytes: MOST_MEGABYTES })}</Notice>
      ) : null}
      {typeof sent === 'object' && sent !== null ? <Refused error={sent.error} /> : null}
      <p>{t('upload.sealed')}</p>
    </section>
  );
}

/** The answers of `POST /imports` that say what is wrong with the file. */
const ABOUT_FILE: ReadonlySet<string> = new Set(['UNSUPPORTED_MEDIA_TYPE', 'PAYLOAD_TOO_LARGE']);

function Refused({ error }: { readonly error: unknown }): ReactNode {
  const t = useT('console-imports');
  const isAboutFile = error instanceof GraphError && ABOUT_FILE.has(error.code);
  if (!isAboutFile) return <Failure error={error} />;
  return (
    <Notice tone="danger" title={t('one.failed')}>
      <p>{error.message}</p>
    </Notice>
  );
}

/** Takes files that are dropped on an element, and says whether one is held over it. The button does the same for everybody. */
function useDrop(zone: RefObject<HTMLElement | null>, onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFile);
  useEffect(() => {
    take.current = onFile;
  });
  useEffect(() => {
    const { current: element } = zone;
    if (!element) return undefined;
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (): void => setOver(false);
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) take.current(file);
    };
    element.addEventListener('dragover', over);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  }, [zone]);
  return isOver;
}
