/** Behind one that takes longer, a question is asked at once: it must not wait for what hangs. */
const PATIENCE_MS = 1000;

type Turns = { running: Promise<unknown>; next: Promise<unknown> | null };
const asked = new WeakMap<object, Map<string, Turns>>();

/**
 * Lets callers of one client who ask the same at the same time share an answer, and never one whose
 * asking began before they came: whoever comes while it is asked shares the next time. So each
 * answer is as new as if its caller had asked alone. Nobody may change what is shared.
 */
export function shareNext<T>(client: object, question: string, ask: () => Promise<T>): Promise<T> {
  const questions = asked.get(client) ?? new Map<string, Turns>();
  asked.set(client, questions);
  const turns = questions.get(question);
  if (!turns) return begin(questions, question, ask);
  turns.next ??= settled(turns.running).then(() => begin(questions, question, ask));
  // safe because a question, in the words of its one asker, has answers of one type
  return turns.next as Promise<T>;
}

function begin<T>(questions: Map<string, Turns>, question: string, ask: () => Promise<T>) {
  const running = ask();
  const turns: Turns = { running, next: null };
  questions.set(question, turns);
  const end = () => {
    if (questions.get(question) === turns && !turns.next) questions.delete(question);
  };
  running.then(end, end);
  return running;
}

/** When it has ended, well or not, or has used up our patience. */
async function settled(running: Promise<unknown>) {
  const { promise: patience, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, PATIENCE_MS);
  await Promise.race([running.catch(() => {}), patience]);
  clearTimeout(timer);
}
