/** What the process ends with. docs/command-line.md lists them. */
export const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Something the person at the keyboard can act on: shown as its sentence alone. */
export class CliProblem extends Error {
  override name = "CliProblem";
  readonly exitCode: number;

  constructor(sentence: string, exitCode: number = EXIT.failed, options?: ErrorOptions) {
    super(sentence, options);
    this.exitCode = exitCode;
  }
}

/** Ctrl-C, after what was under way has been put in order. */
export const interrupted = (sentence = "Interrupted.") =>
  new CliProblem(sentence, EXIT.interrupted);
