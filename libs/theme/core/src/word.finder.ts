import { isSpacedLetter } from './letter.kinds';

interface Node {
  readonly next: Map<number, Node>;
  /** Of the word that ends here. */
  wordId?: number;
}

/**
 * Finds many words in a text in one pass. Words that begin with a letter or digit are found at the beginning of a word
 * alone, those of scripts without spaces anywhere; both words and texts are folded.
 */
export class WordFinder {
  readonly #root: Node = { next: new Map() };
  readonly #ids = new Map<string, number>();

  /** The id of a word, the same for the same word, counted from 0; undefined of an empty one. */
  add(word: string): number | undefined {
    const trimmed = word.trim();
    if (trimmed === '') return undefined;
    const known = this.#ids.get(trimmed);
    if (known !== undefined) return known;
    const wordId = this.#ids.size;
    this.#ids.set(trimmed, wordId);
    this.#leafOf(trimmed).wordId = wordId;
    return wordId;
  }

  /** Tells of each word that occurs, once or more often. */
  find(text: string, found: (wordId: number) => void): void {
    let isInWord = false;
    for (let start = 0; start < text.length; start++) {
      const code = text.charCodeAt(start);
      const isLetter = isSpacedLetter(code);
      const first = isLetter && isInWord ? undefined : this.#root.next.get(code);
      isInWord = isLetter;
      if (first) follow(first, text, start, found);
    }
  }

  #leafOf(word: string): Node {
    let node = this.#root;
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index);
      const next: Node = node.next.get(code) ?? { next: new Map() };
      node.next.set(code, next);
      node = next;
    }
    return node;
  }
}

function follow(first: Node, text: string, start: number, found: (wordId: number) => void): void {
  let index = start;
  for (let node: Node | undefined = first; node; node = node.next.get(text.charCodeAt(index))) {
    if (node.wordId !== undefined) found(node.wordId);
    index++;
  }
}
