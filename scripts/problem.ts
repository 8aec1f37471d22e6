/** Something the person at the keyboard can mend: shown as its sentence, without a stack. */
export class Problem extends Error {
  override name = "Problem";
}

/** Runs a script to its end; a Problem is printed as one sentence. */
export async function runScript(main: () => Promise<unknown>) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
