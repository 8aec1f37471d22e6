import type { Asker } from "./asker.ts";
import type { GraphRead } from "./graph.ts";
import { type GraphError, isMetricRefusal } from "./graph-error.ts";
import { type MetricAsk, type Question, questionOf, take } from "./metric-answer.ts";
import { isAboutThisPost, refusedNames } from "./refused-names.ts";

type Ask = Asker["ask"];
/** Metrics refused in general, with what Meta said. */
type Refused = Map<string, string>;

/** Each round settles posts or drops metrics. What Meta says may not make it go on for ever. */
const MAX_ROUNDS = 8;

/**
 * Asks for the metrics of many posts at once. Meta fails a post's whole answer for one name that it does not
 * know: then that name is left out and the rest asked again. `beside` is read in the same first request.
 */
export async function askMetrics(ask: Ask, asks: MetricAsk[], beside: string[]) {
  const refused: Refused = new Map();
  const questions = asks.map(questionOf);
  let open = questions.filter(({ names }) => names.length > 0);
  const first = await ask([...beside, ...open.map(addressOf)]);
  let reads = first.slice(beside.length);

  for (let round = 1; open.length > 0; round += 1) {
    open = await readRound(ask, open, reads, refused);
    if (round === MAX_ROUNDS) break;
    if (open.length > 0) reads = await ask(open.map(addressOf));
  }
  for (const { answer } of open) {
    answer.trouble = { kind: "unfinished", detail: "Its metrics were refused again and again." };
  }
  // Known for one post is not refused in general.
  for (const { answer } of questions) for (const name of answer.known) refused.delete(name);
  return {
    answers: questions.map(({ answer }) => answer),
    refused,
    beside: first.slice(0, beside.length),
  };
}

/** Takes one round's answers; gives back what has to be asked again, without the metrics that were refused. */
async function readRound(ask: Ask, open: Question[], reads: GraphRead[], refused: Refused) {
  const again: Question[] = [];
  const unnamed = new Map<string, Question[]>();
  for (const [index, question] of open.entries()) {
    const read = reads[index];
    if (!read || !isRefusal(read)) {
      take(question, question.names, read ?? UNANSWERED);
      continue;
    }
    const { message } = read.error;
    const { names } = question;
    const guilty = names.length === 1 ? names : refusedNames(message, names);
    if (guilty.length === 0) {
      unnamed.set(names.join(), [...(unnamed.get(names.join()) ?? []), question]);
      continue;
    }
    drop(question, guilty, message, refused);
    again.push(question);
  }
  for (const [first, ...others] of unnamed.values()) {
    if (!first) continue;
    const guilty = await probe(ask, first, refused);
    for (const other of others) leaveOut(other, guilty);
    again.push(...others);
  }
  // What was refused for one post need not be asked for another that has to be asked again anyhow.
  const known = new Set(open.flatMap(({ answer }) => [...answer.known]));
  const lost = [...refused.keys()].filter((name) => !known.has(name));
  for (const question of again) leaveOut(question, lost);
  return again.filter(({ names }) => names.length > 0);
}

/** Asks one post for each metric by itself, which shows what the refusal did not name. */
async function probe(ask: Ask, question: Question, refused: Refused): Promise<string[]> {
  const { names } = question;
  const reads = await ask(names.map((name) => addressOf({ ...question, names: [name] })));
  const [one] = reads;
  if (one?.kind === "error" && reads.every(isRefusal)) {
    // Nothing at all for this post: that says something of the post, not of the metrics.
    question.answer.trouble = one;
    return [];
  }
  return names.filter((name, index) => {
    const read = reads[index] ?? UNANSWERED;
    if (!isRefusal(read)) take(question, [name], read);
    else drop(question, [name], read.error.message, refused);
    return isRefusal(read);
  });
}

function drop(question: Question, names: string[], message: string, refused: Refused) {
  leaveOut(question, names);
  if (isAboutThisPost(message)) return;
  for (const name of names) refused.set(name, message);
}

function leaveOut(question: Question, names: string[]) {
  question.names = question.names.filter((name) => !names.includes(name));
}

const UNANSWERED: GraphRead = { kind: "unfinished", detail: "Its metrics were not answered." };

function addressOf({ address, names }: Pick<Question, "address" | "names">) {
  return `${address}?metric=${names.join(",")}`;
}

function isRefusal(read: GraphRead): read is { kind: "error"; error: GraphError } {
  return read.kind === "error" && isMetricRefusal(read.error);
}
