import type { WhyAnswered } from '@tenure/improvement-contract';

/** An answer of the 5-Whys with the answers to why that is so. */
export interface WhyNode {
  readonly why: WhyAnswered;
  readonly reasons: readonly WhyNode[];
}

/** From the problem down to its root causes; beside each other as they were first given. */
export const whyTree = (whys: readonly WhyAnswered[]): readonly WhyNode[] => nodesUnder(undefined, whys);

const nodesUnder = (because: string | undefined, whys: readonly WhyAnswered[]): readonly WhyNode[] =>
  whys.filter((why) => why.because === because).map((why) => ({ why, reasons: nodesUnder(why.whyId, whys) }));

/** The answers, each after the one that it is a reason for. */
export const inTreeOrder = (whys: readonly WhyAnswered[]): readonly WhyAnswered[] => flattened(whyTree(whys));

const flattened = (nodes: readonly WhyNode[]): readonly WhyAnswered[] =>
  nodes.flatMap(({ why, reasons }) => [why, ...flattened(reasons)]);

/** The answers that one rests on, itself first, up to the first; ends where it meets `until`, which is then the last. */
export function chainUp(from: string, whys: readonly WhyAnswered[], until: string): readonly string[] {
  const because = from === until ? undefined : whys.find(({ whyId }) => whyId === from)?.because;
  return because === undefined ? [from] : [from, ...chainUp(because, whys, until)];
}
