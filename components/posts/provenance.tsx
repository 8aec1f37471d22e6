import { absenceSentence } from "@/components/metrics/absence";
import { metricLabel, SHOWN_METRICS } from "@/components/metrics/metric-label";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelHead } from "@/components/ui/panel";
import { Row, RowList } from "@/components/ui/row-list";
import { Table, Td, Th } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import { exactMoment, moment } from "@/lib/format/time";
import type { Metric } from "@/lib/platforms/metric";
import { METRIC_DEFINITIONS } from "@/lib/platforms/metric-definitions";
import type { Post, PostSource } from "@/lib/posts/read-post";

type Context = { post: Post; zone: string; now: Date; admin: boolean };

/** Every number of a post: who told it by which call, what it counts, and the answer it was read from. */
export function Provenance(context: Context) {
  const { post } = context;
  if (post.sources.length === 0) {
    return (
      <Panel>
        <PanelHead title="How each number was measured" />
        <EmptyState>Not measured yet.</EmptyState>
      </Panel>
    );
  }
  return (
    <Panel>
      <PanelHead
        title="How each number was measured"
        sub={`The newest answer of each source, kept as received. ${context.admin ? "Download it to read it whole." : "Admins can read it whole."}`}
      />
      {post.sources.map((source) => (
        <SourceNumbers key={source.source} source={source} {...context} />
      ))}
    </Panel>
  );
}

function SourceNumbers({ source, ...context }: Context & { source: PostSource }) {
  const { zone, now } = context;
  return (
    <section aria-label={source.name} className="border-t">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 pt-2.5 pb-1.5 md:px-4">
        <h3 className="text-sm font-semibold">{source.name}</h3>
        {source.is_simulated && <SimulatedBadge />}
        {!source.is_headline && (
          <Badge tip="A series of its own: never mixed with the numbers in the lists.">
            Own series
          </Badge>
        )}
        <span className="font-mono text-xs text-muted wrap-anywhere">{source.endpoint}</span>
        <span className="text-xs text-muted">
          Measured{" "}
          <Hint tip={exactMoment(source.captured_at, zone)}>
            {moment(source.captured_at, zone, now)}
          </Hint>
        </span>
        <Payload source={source} admin={context.admin} />
      </div>
      <Table label={`Numbers of ${source.name}`} wide>
        <thead>
          <tr>
            <Th>Metric</Th>
            <Th numeric>Value</Th>
            <Th>What it counts</Th>
            <Th>Definition</Th>
          </tr>
        </thead>
        <tbody>
          {SHOWN_METRICS.map((metric) => (
            <tr key={metric}>
              <Td tone="strong" className="w-32">
                {metricLabel(metric)}
              </Td>
              <Td numeric className="w-32">
                <Value source={source} metric={metric} {...context} />
              </Td>
              <Td tone="soft" className="py-1.5">
                {meaningOf(source, metric, context.post)}
              </Td>
              <Td tone="muted" className="w-56">
                <span className="font-mono text-xs">
                  {source[metric] === null ? "" : source.definition}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <RowList phone>
        {SHOWN_METRICS.map((metric) => (
          <Row
            key={metric}
            title={metricLabel(metric)}
            meta={meaningOf(source, metric, context.post)}
            end={<Value source={source} metric={metric} {...context} />}
          />
        ))}
      </RowList>
    </section>
  );
}

function Value({ source, metric, post }: Context & { source: PostSource; metric: Metric }) {
  const value = source[metric];
  if (value === null) {
    return <Missing reason={absenceSentence(metric, source.absent[metric], post.platform)} />;
  }
  return <span>{exactCount(value)}</span>;
}

/** What the number means in the source's words, or why there is none. */
function meaningOf(source: PostSource, metric: Metric, { platform }: Post) {
  if (source[metric] === null) return absenceSentence(metric, source.absent[metric], platform);
  const definition = METRIC_DEFINITIONS.find(({ id }) => id === source.definition);
  return definition?.meanings[metric] ?? source.description;
}

/** The hash of the answer, and for admins the answer itself. */
function Payload({ source, admin }: { source: PostSource; admin: boolean }) {
  const { payload_hash, payload_kept, raw_event_id } = source;
  if (!payload_hash || !payload_kept || raw_event_id === null) {
    return <span className="text-xs text-muted">The answer is no longer kept</span>;
  }
  const short = `${payload_hash.slice(0, 4)}…${payload_hash.slice(-4)}`;
  if (!admin) {
    return (
      <span className="text-xs text-muted">
        Payload <Hint tip={`SHA-256 ${payload_hash}`}>{short}</Hint>
      </span>
    );
  }
  return (
    <a
      href={`/api/v1/raw-events/${raw_event_id}`}
      download
      className="text-link text-xs"
      data-tip={`SHA-256 ${payload_hash}`}
    >
      Raw event <span className="font-mono">{short}</span>
    </a>
  );
}
