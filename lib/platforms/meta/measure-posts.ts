import type { Access, AccountPost, ApiResult, Measurement, PostOutcome } from "../connected.ts";
import { askMetrics } from "./ask-metrics.ts";
import type { Asker } from "./asker.ts";
import type { Graph, GraphRead } from "./graph.ts";
import { classOf, limitOwnerOf } from "./graph-error.ts";
import type { MetricAnswer, MetricAsk, Unread } from "./metric-answer.ts";
import { groupOf, type MetricRow, rejectedOf } from "./metric-row.ts";
import { collectFields, type FieldSource, fieldQuestions, type PostFields } from "./post-fields.ts";
import { troubleOf } from "./trouble.ts";

export type MeasureSource = {
  rows: MetricRow[];
  fields: FieldSource;
  /** The insights edge of a post. */
  insights: (post: AccountPost) => string;
  /** The permission without which no number comes, for the sentence. */
  needs: string;
  read: (post: AccountPost, fields: PostFields, answers: MetricAnswer[]) => Measurement;
};

/** What became of one post, and the read that stood in the way. */
type Settled = { outcome: PostOutcome; because: Unread | null };

/** Numbers of an account's posts: insights and plain fields together, in as few requests as Meta allows. */
export async function measurePosts(
  graph: Graph,
  source: MeasureSource,
  { rejectedMetrics }: Access,
  posts: AccountPost[],
  asker: Asker,
): Promise<ApiResult<Map<string, PostOutcome>>> {
  const rows = source.rows.filter(({ name }) => !rejectedMetrics.includes(name));
  const asks = posts.flatMap((post) =>
    metricAsks(source, rows, post).map((ask) => ({ post, ask })),
  );
  const questions = fieldQuestions(source.fields, posts);
  const { answers, refused, beside } = await askMetrics(
    asker.ask,
    asks.map(({ ask }) => ask),
    questions.addresses,
  );
  // The list tells of many posts: when only it was left out of the batch, it is worth a second try.
  if (beside[0]?.kind === "unfinished" && answers.some(({ bodies }) => bodies.length > 0)) {
    beside.splice(0, 1, ...(await asker.ask(questions.addresses.slice(0, 1))));
  }
  const fields = await collectFields(asker.ask, source.fields, posts, beside);

  const settled = posts.map((post): [AccountPost, Settled] => {
    const own = answers.filter((_, index) => asks[index]?.post === post);
    return [post, settle(source, post, fields.get(post.apiId), own)];
  });
  const trouble = wholeTrouble(
    settled.map(([, { because }]) => because),
    settled.map(([, { outcome }]) => outcome),
  );
  if (trouble) return troubleOf(graph, trouble, asker, source.needs);
  return {
    kind: "done",
    value: new Map(settled.map(([post, { outcome }]) => [post.apiId, outcome])),
    calls: asker.calls(),
    usage: usageAfter(
      asker,
      settled.map(([, { because }]) => because),
    ),
    rejected: rejectedOf(source.rows, refused),
  };
}

function metricAsks(source: MeasureSource, rows: MetricRow[], post: AccountPost): MetricAsk[] {
  const own = rows.filter(({ columns }) => columns[groupOf(post.mediaKind)]);
  const address = source.insights(post);
  const required = own.filter(({ optional }) => !optional).map(({ name }) => name);
  const optional = own.filter(({ optional }) => optional).map(({ name }) => name);
  return [required, optional]
    .filter((names) => names.length > 0)
    .map((names) => ({ address, names }));
}

function settle(
  source: MeasureSource,
  post: AccountPost,
  fields: PostFields | undefined,
  answers: MetricAnswer[],
): Settled {
  const read: GraphRead = fields?.read ?? {
    kind: "unfinished",
    detail: "Its fields were not read.",
  };
  const troubles = [read, ...answers.map(({ trouble }) => trouble)].filter(
    (each): each is Unread => each !== null && each.kind !== "read",
  );
  const passing = troubles.find(isPassing);
  if (passing) return { outcome: { kind: "later", detail: sentence(passing) }, because: passing };
  if (read.kind === "error" && classOf(read.error) === "gone") {
    return { outcome: { kind: "gone", detail: sentence(read) }, because: null };
  }
  const told = fields?.read.kind === "read" || answers.some(({ bodies }) => bodies.length > 0);
  if (fields && told) {
    return {
      outcome: { kind: "measured", measurements: [source.read(post, fields, answers)] },
      because: null,
    };
  }
  const [first] = troubles;
  const forbidden = first?.kind === "error" && classOf(first.error) === "permission";
  return {
    outcome: {
      kind: "failed",
      code: forbidden ? "permission" : "provider_error",
      detail: first ? sentence(first) : "Nothing came of it.",
    },
    because: forbidden ? first : null,
  };
}

/** Over with the token, or over for all posts alike. */
function wholeTrouble(reads: (Unread | null)[], outcomes: PostOutcome[]): Unread | null {
  const dead = reads.find((read) => read?.kind === "error" && classOf(read.error) === "token");
  if (dead) return dead;
  const nothing = outcomes.every(
    (outcome) =>
      outcome.kind === "later" || (outcome.kind === "failed" && outcome.code === "permission"),
  );
  if (!nothing) return null;
  return reads.find(isThrottled) ?? reads.find((read) => read !== null) ?? null;
}

// Some posts were measured before the limit came: those count, and the limit is told.
function usageAfter(asker: Asker, reads: (Unread | null)[]) {
  const usage = asker.usage();
  const spent = reads.find(isThrottled);
  if (spent?.kind !== "error") return usage;
  return {
    percent: Math.max(100, usage?.percent ?? 0),
    regainAfterSeconds: usage?.regainAfterSeconds ?? asker.retryAfterSeconds(),
    limit: limitOwnerOf(spent.error),
  };
}

function isThrottled(read: Unread | null) {
  return read?.kind === "error" && ["throttled", "blocked"].includes(classOf(read.error));
}

function isPassing(read: Unread) {
  if (read.kind === "unfinished") return true;
  return ["token", "throttled", "blocked", "transient"].includes(classOf(read.error));
}

function sentence(read: Unread) {
  if (read.kind === "unfinished") return read.detail;
  const { code, message } = read.error;
  return message ? `Error ${code}: ${message}` : `Error ${code}.`;
}
