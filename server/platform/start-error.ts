/** A start that cannot go on: the message is one sentence that says what to do; the exit code is 1. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Settings that cannot be used: one sentence per mistake, all of them at once. */
export class SettingsError extends StartError {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}
