import { getContainerRuntimeClient } from 'testcontainers';

export const engineAnswers = (): Promise<boolean> =>
  getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
