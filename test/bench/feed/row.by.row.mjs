import { decodeEvent } from '@tenure/kafka';

/**
 * What an ordinary Nest handler does: one message at a time, for each row that it touches a find and a save of the
 * TypeORM repository.
 */
export function rowByRow(dataSource, bindings, codec) {
  const targets = bindings.map(({ projection, entity }) => ({
    projection,
    repository: dataSource.getRepository(entity),
  }));
  return async (message) => {
    const stored = decodeEvent(message);
    const decoded = codec.decode(stored.type, stored.metadata.schemaVersion, stored.data);
    const event = { ...stored, data: decoded.event.data };
    for (const { projection, repository } of targets) {
      if (projection.handles !== 'all' && !projection.handles.includes(event.type)) continue;
      const [{ propertyName }] = repository.metadata.primaryColumns;
      for (const key of projection.keysOf(event)) {
        const before = projection.insertOnly ? null : await repository.findOneBy({ [propertyName]: key });
        await repository.save(repository.create(projection.fold(before ?? undefined, event, key)));
      }
    }
  };
}
