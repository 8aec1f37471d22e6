const CALLERS = 10;

/** Ten callers, each asking again when it was answered, for so long. */
export async function under(get: () => Promise<string>, ms: number) {
  const start = performance.now();
  const answers: string[] = [];
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() - start < ms) answers.push(await get());
    }),
  );
  return { perSecond: answers.length / ((performance.now() - start) / 1000), answers };
}
