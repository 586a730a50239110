import { ResourceStack } from './resource.stack';

describe('ResourceStack', () => {
  it('closes in the opposite order, whatever fails, and once', async () => {
    const closed: string[] = [];
    const stack = new ResourceStack();
    for (const name of ['folder', 'server', 'api']) stack.push(name, async () => void closed.push(name));
    stack.push('broken', () => Promise.reject(new Error('stuck')));
    await expect(stack.closeAll()).rejects.toThrow(AggregateError);
    expect(closed).toEqual(['api', 'server', 'folder']);
    await stack.closeAll();
    expect(closed).toHaveLength(3);
  });
});
