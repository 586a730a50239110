import { withConnection } from '@tenure/postgres';
import { ensureCheckpoints, readClaims, takeOver } from './checkpoint.store';
import type { EngineMember } from './engine.member';
import type { EngineOptions } from './engine.options';
import { readKnownParking } from './parking.store';
import { retryAtStart } from './parking.releases';
import { ProjectionFencedError } from './projection.errors';
import type { ProjectionFold } from './projection.fold';
import { openFolds } from './projection.folds';

/** Takes the projections over from any other engine and says what each has to do. */
export async function claimMembers(
  { dataSource, head }: EngineOptions,
  members: readonly EngineMember[],
): Promise<void> {
  const projections = members.map(({ binding }) => binding.projection);
  const names = projections.map(({ name }) => name);
  const claims = await withConnection(dataSource, async (client) => {
    await ensureCheckpoints(client, projections);
    const taken = await takeOver(client, names);
    await retryAtStart(client, names);
    return taken;
  });
  const end = await head();
  const someHavePosition = claims.some(({ position }) => position !== undefined);
  for (const member of members) {
    member.claim = claims.find(({ name }) => name === member.name);
    member.state = member.stateAfterStart(someHavePosition, end);
  }
}

/** Rejects with `ProjectionFencedError` where another engine has taken over. */
export async function openMembers(
  { dataSource, cacheRows = 20_000 }: EngineOptions,
  group: readonly EngineMember[],
): Promise<ProjectionFold[]> {
  const names = group.map(({ name }) => name);
  return withConnection(dataSource, async (client) => {
    const claims = await readClaims(client, names);
    const now = new Map(claims.map((claim) => [claim.name, claim]));
    const fenced = group.filter(({ name, claim }) => now.get(name)?.epoch !== claim?.epoch);
    if (fenced.length > 0) throw new ProjectionFencedError(fenced.map(({ name }) => name));
    // After the claims: should a rebuild have come in between, no batch is committed.
    const known = await readKnownParking(client, names);
    const bindings = group.map(({ binding }) => binding);
    return openFolds(dataSource, bindings, (name) => now.get(name), cacheRows, undefined, known);
  });
}
