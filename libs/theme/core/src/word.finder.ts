import { isSpacedLetter } from './letter.kinds';
import { folded, foldedCode, NOT_ALONE } from './text.folding';

interface Node {
  readonly next: Map<number, Node>;
  /** Of the word that ends here. */
  wordId?: number;
}

const SPACE = 0x20;

/**
 * Finds many words in a text in one pass, both as they are folded. Words that begin with a letter or digit are found at the
 * beginning of a word alone, those of scripts without spaces anywhere.
 */
export class WordFinder {
  readonly #root: Node = { next: new Map() };
  readonly #ids = new Map<string, number>();

  /** The id of a word, the same for the same word, counted from 0; undefined of an empty one. */
  add(word: string): number | undefined {
    const wanted = folded(word).trim();
    if (wanted === '') return undefined;
    const known = this.#ids.get(wanted);
    if (known !== undefined) return known;
    const wordId = this.#ids.size;
    this.#ids.set(wanted, wordId);
    this.#leafOf(wanted).wordId = wordId;
    return wordId;
  }

  /** How many there are: ids are below it. */
  get size(): number {
    return this.#ids.size;
  }

  /** Tells of each word that occurs, once or more often. */
  find(text: string, found: (wordId: number) => void): void {
    if (!this.#findIn(text, foldedCode, found)) this.#findIn(folded(text), asItIs, found);
  }

  /** False where a sign can't be folded by itself: that is seldom so. */
  #findIn(text: string, fold: Fold, found: (wordId: number) => void): boolean {
    let isInWord = false;
    for (let start = 0; start < text.length; start++) {
      const code = fold(text.charCodeAt(start));
      if (code === NOT_ALONE) return false;
      const isLetter = isSpacedLetter(code);
      const first = isLetter && isInWord ? undefined : this.#root.next.get(code);
      isInWord = isLetter;
      if (first) follow(first, text, start + 1, fold, found);
    }
    return true;
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

const asItIs = (code: number): number => code;

type Fold = (code: number) => number;

/** From the sign after the first one on; several spaces are one. */
function follow(first: Node, text: string, from: number, fold: Fold, found: (wordId: number) => void): void {
  let isAfterSpace = false;
  let node: Node | undefined = first;
  for (let index = from; node; index++) {
    if (node.wordId !== undefined) found(node.wordId);
    if (index >= text.length) return;
    const code = fold(text.charCodeAt(index));
    if (code === SPACE && isAfterSpace) continue;
    isAfterSpace = code === SPACE;
    node = node.next.get(code);
  }
}
