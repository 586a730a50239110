import { openConnection, type PostgresConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';

/** One connection to write with and one to load rows with; both are closed when `work` fails. */
export async function withRunConnections<T>(
  dataSource: DataSource,
  work: (writer: PostgresConnection, loader: PostgresConnection) => Promise<T>,
): Promise<T> {
  const writer = await openConnection(dataSource);
  const loader = await openConnection(dataSource).catch((error: unknown) => {
    writer.release();
    throw error;
  });
  try {
    const result = await work(writer, loader);
    writer.release();
    loader.release();
    return result;
  } catch (error) {
    writer.release(error);
    loader.release(error);
    throw error;
  }
}
