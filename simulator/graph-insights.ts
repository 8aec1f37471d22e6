import { GraphRefusal } from "./graph-refusal.ts";
import { hash } from "./random.ts";

/** Its value, or undefined where this post has none. */
export type GraphMetric<Subject> = {
  value: (subject: Subject) => number | Record<string, number> | undefined;
  /** Asked of anything else it fails the whole call. */
  fits?: (subject: Subject) => boolean;
};

export type MetricTable<Subject> = Record<string, GraphMetric<Subject>>;

type Refusals = {
  unknown: (name: string, index: number, known: string[]) => GraphRefusal;
  misfit: (name: string) => GraphRefusal;
};

export const INSTAGRAM_REFUSALS: Refusals = {
  unknown: (_name, index, known) =>
    new GraphRefusal(
      100,
      `(#100) metric[${index}] must be one of the following values: ${known.join(", ")}`,
    ),
  misfit: (name) =>
    new GraphRefusal(
      100,
      `(#100) The Media Insights API does not support the ${name} metric for this media product type.`,
    ),
};

const unknownOfFacebook = () =>
  new GraphRefusal(100, "(#100) The value must be a valid insights metric");

export const FACEBOOK_REFUSALS: Refusals = {
  unknown: unknownOfFacebook,
  misfit: unknownOfFacebook,
};

/** `data` of an insights call: one bad name fails all of it. */
export function insightsOf<Subject>(
  table: MetricTable<Subject>,
  {
    names,
    retired,
    refusals,
    total,
    id,
    subject,
  }: {
    names: string[];
    retired: string[];
    refusals: Refusals;
    /** `metric_type=total_value`: the number stands elsewhere. */
    total: boolean;
    id: string;
    subject: Subject;
  },
) {
  if (names.length === 0) {
    throw new GraphRefusal(
      3001,
      "(#3001) No metric was specified to be fetched. Please specify one or more metrics to be fetched and try again.",
      1504028,
    );
  }
  const known = Object.keys(table).filter((name) => !retired.includes(name));
  const metrics = names.map((name, index) => {
    const metric = known.includes(name) ? table[name] : undefined;
    if (!metric) throw refusals.unknown(name, index, known);
    if (metric.fits && !metric.fits(subject)) throw refusals.misfit(name);
    return { name, value: metric.value(subject) };
  });
  // Older than the account's switch to a professional one: nothing at all is known.
  if (hash(`early:${id}`) % 50 === 0) return [];
  return metrics
    .filter(({ value }) => value !== undefined)
    .map(({ name, value }) => ({
      name,
      period: "lifetime",
      ...(total ? { total_value: { value } } : { values: [{ value }] }),
      title: name.replaceAll("_", " "),
      description: "Simulated.",
      id: `${id}/insights/${name}/lifetime`,
    }));
}

export const metricNames = (params: URLSearchParams) =>
  (params.get("metric") ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
