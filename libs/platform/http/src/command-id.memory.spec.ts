import { CommandIdMemory } from './command-id.memory';

describe('command ids', () => {
  it('stand for one content, whatever the order of its keys', () => {
    const memory = new CommandIdMemory();
    expect(memory.claim('one', { a: 1, b: 2 })).toBe(true);
    expect(memory.claim('one', { b: 2, a: 1 })).toBe(true);
    expect(memory.claim('one', { a: 1, b: 3 })).toBe(false);
    expect(memory.claim('two', { a: 1, b: 3 })).toBe(true);
  });

  it('are free again when nothing came of the command', () => {
    const memory = new CommandIdMemory();
    memory.claim('one', { a: 1 });
    memory.forget('one');
    expect(memory.claim('one', { a: 2 })).toBe(true);
  });
});
