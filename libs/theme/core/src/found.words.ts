interface KnownWord {
  readonly wordId: number;
}

/** Which words a text has: emptied for the next text, so that a text leaves nothing to be collected. */
export class FoundWords {
  readonly ids: number[] = [];
  readonly #runs: Uint32Array;
  #run = 1;

  constructor(words: number) {
    this.#runs = new Uint32Array(words);
  }

  clear(): void {
    this.ids.length = 0;
    this.#run++;
  }

  readonly add = (wordId: number): void => {
    if (this.#runs[wordId] === this.#run) return;
    this.#runs[wordId] = this.#run;
    this.ids.push(wordId);
  };

  private has(wordId: number): boolean {
    return this.#runs[wordId] === this.#run;
  }

  hasAll(words: readonly KnownWord[]): boolean {
    for (const { wordId } of words) if (!this.has(wordId)) return false;
    return true;
  }

  hasAny(words: readonly KnownWord[]): boolean {
    for (const { wordId } of words) if (this.has(wordId)) return true;
    return false;
  }
}
