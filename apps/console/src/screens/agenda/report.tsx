import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { hasRole, useMe } from '../../frame/me.js';
import type { OneReportQuery, WholeReportFragment } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useLocale } from '../../i18n/locale.js';
import { useT } from '../../i18n/translate.js';
import { Badge } from '../../ui/feedback.js';
import kit from '../../ui/kit.module.css';
import { Card, Gone, Page, RecordScreen, Row, Stack } from '../../ui/page.js';
import { OwnActor } from './agenda.graphql.js';
import { ReportCell } from './report-cell.js';
import { ReportComments } from './report-comments.js';
import { ReportSteps } from './report-steps.js';
import { OneReport } from './reports.graphql.js';
import { REPORT_TONES } from './words.js';

export type ReportComment = OneReportQuery['wpsReportComments']['edges'][number]['node'];

/** Files of a report, as the service makes them. */
const FORMATS = ['pdf', 'docx', 'csv', 'json'] as const;

/** One report as its form asks: what is filled, what is missing and who owes it, and words to be written. */
export default function ReportScreen(): ReactNode {
  const { id } = useParams<{ id: string }>();
  const tc = useT('console');
  const query = useAsk(OneReport, { id });
  return (
    <RecordScreen query={query} gone={<Gone />}>
      {({ node, wpsReportContent: content, wpsReportComments: comments }) =>
        node?.__typename === 'WpsReport' ? (
          <Page title={content.title} crumbs={[[tc('menu.wpsReports'), '/wps-reports']]}>
            <Report
              report={node}
              content={content}
              comments={comments.edges.map((edge) => edge.node)}
            />
          </Page>
        ) : null
      }
    </RecordScreen>
  );
}

function Report({
  report,
  content,
  comments,
}: {
  readonly report: WholeReportFragment;
  readonly content: OneReportQuery['wpsReportContent'];
  readonly comments: readonly ReportComment[];
}): ReactNode {
  const t = useT('console-agenda');
  const me = useMe();
  const locale = useLocale();
  const own = useAsk(OwnActor, {}).data?.ownWpsActor ?? null;
  const isOwn = own?.code === report.actor.code && hasRole(me, ['FOCAL_POINT']);
  const writes = isOwn && (report.state === 'DRAFT' || report.state === 'CONSULTATION');
  const kinds = new Map(
    report.form.sections.flatMap(({ cells }) => cells.map(({ code, kind }) => [code, kind])),
  );
  return (
    <Stack>
      <p>
        <Badge tone={REPORT_TONES[report.state]}>{t(`reportState.${report.state}`)}</Badge>{' '}
        <Badge>{t(`sharing.${report.sharing}`)}</Badge>{' '}
        <Badge tone={content.gaps > 0 ? 'warm' : 'good'}>
          {t('report.gaps', { count: content.gaps })}
        </Badge>
      </p>
      {content.head.map((line) => (
        <p key={line} dir="auto" className={kit.words}>
          {line}
        </p>
      ))}
      <Row>
        <a href={`${report.path}?lang=${locale}`}>{t('report.page')}</a>
        {FORMATS.map((format) => (
          <a key={format} href={`${report.path}.${format}?lang=${locale}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </Row>
      {isOwn ? <ReportSteps report={report} /> : null}
      {content.sections.map(({ title, cells }) => (
        <Card key={title} title={title}>
          <Stack>
            {cells.map((cell) => (
              <ReportCell
                key={cell.code}
                cell={cell}
                kind={kinds.get(cell.code) ?? 'NARRATIVE'}
                report={report}
                writes={writes}
              />
            ))}
          </Stack>
        </Card>
      ))}
      <ReportComments
        report={report}
        comments={comments}
        cells={content.sections.flatMap(({ cells }) => cells)}
        isOwn={isOwn}
        isConsulted={report.consulted.some(({ code }) => code === own?.code)}
      />
    </Stack>
  );
}
