import { METRIC_NOUNS } from "@/components/metrics/absence";
import { metricLabel } from "@/components/metrics/metric-label";
import { Badge } from "@/components/ui/badge";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelHead } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { signed } from "@/lib/format/change";
import { exactCount } from "@/lib/format/count";
import { calendarDay } from "@/lib/format/time";
import type { Trend } from "@/lib/posts/trends";

/** The days of a trend in exact numbers, newest first. */
export function TrendTable({ trend }: { trend: Trend }) {
  const { metric, time_zone, days, today } = trend;
  const noun = METRIC_NOUNS[metric];
  const unknown = <Missing reason={`No ${noun} were measured that day: unknown, not 0.`} />;
  const past = days.filter(({ day }) => day <= today).reverse();
  return (
    <Panel>
      <PanelHead
        title={`${metricLabel(metric)} day by day`}
        sub={`Days from midnight to midnight in ${time_zone}`}
      />
      <Table label={`${metricLabel(metric)} day by day`}>
        <thead>
          <tr>
            <Th>Day</Th>
            <Th numeric>Gained</Th>
            <Th numeric>Gained {days.length} days before</Th>
            <Th numeric>Total</Th>
            <Th numeric>Posts measured</Th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ day, gain, previous_gain, total, posts, partial }) => (
            <tr key={day}>
              <Td className="whitespace-nowrap">
                {calendarDay(day, "UTC")} {partial && <Badge kind="partial">Still running</Badge>}
              </Td>
              <Td numeric tone="strong">
                {gain === null ? unknown : signed(gain, exactCount)}
              </Td>
              <Td numeric tone="soft">
                {previous_gain === null ? unknown : signed(previous_gain, exactCount)}
              </Td>
              <Td numeric>{total === null ? unknown : exactCount(total)}</Td>
              <Td numeric tone="muted">
                {exactCount(posts)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
