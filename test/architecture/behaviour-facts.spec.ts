import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractCommands, FACT_NAMES, signalCommands } from '@tenure/behaviour-contract';

const page = (name: string): string => readFileSync(join(__dirname, '../../docs', name), 'utf8');

describe.each(['behaviour.md', 'behaviour.zh.md'])('%s', (name) => {
  it('tells of every fact that a condition can ask for, and of no other', () => {
    const [, facts = ''] = page(name).split(/^## (?:Facts|事实)$/m);
    const rows = facts.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, fact]) => fact));
    expect(told.sort()).toEqual([...FACT_NAMES].sort());
  });
  it('tells how every signal and contract is sent', () => {
    for (const { cloudEventType } of signalCommands) expect(page(name)).toContain(`\`${cloudEventType}\``);
    for (const { cloudEventType } of contractCommands) {
      expect(page(name)).toContain(`\`${cloudEventType.replace(/^tenure\.contract(?!\.agreed)/, '')}\``);
    }
  });
});
