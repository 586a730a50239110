/** Up to where somebody has been told of a projection's changes, and of which filling of its table. */
export interface ChangeCursor {
  readonly position: bigint;
  readonly generation: bigint;
}

const FORM = /^(\d{1,19})\.(\d{1,19})$/;
const LARGEST = 2n ** 63n - 1n;

/** `10432.2`: position and generation. */
export const formatCursor = ({ position, generation }: ChangeCursor): string => `${position}.${generation}`;

/** Undefined where the text is no cursor. */
export function parseCursor(text: string): ChangeCursor | undefined {
  const [, position, generation] = FORM.exec(text) ?? [];
  if (position === undefined || generation === undefined) return undefined;
  const cursor = { position: BigInt(position), generation: BigInt(generation) };
  return cursor.position <= LARGEST && cursor.generation <= LARGEST ? cursor : undefined;
}
