import { Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Terminal } from '../terminal';
import { textTable, type Column } from '../text.table';
import { writeWhole } from './whole.file';

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Trace {
  readonly of: string;
  readonly nodes: readonly { readonly id: string; readonly title: Words; readonly note: Words | null }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

interface Options {
  readonly svg?: string;
  readonly titles: 'zh' | 'en';
  readonly json?: boolean;
}

/** `trace <id>` under the commands of complaints, problems, measures or metrics, which say where the API is; `path` is theirs there. */
export function describeTrace(parent: Command, path: string, terminal: Terminal): void {
  parent
    .command('trace <id>')
    .description('What led to it and what came of it: complaint, theme, problem, causes, measures, standard, metric.')
    .option('--svg <file>', 'draw it into a file')
    .addOption(new Option('--titles <language>', 'the language of titles').choices(['zh', 'en']).default('en'))
    .action((id: string, _options: unknown, command: Command) => trace(path, id, command, terminal));
}

async function trace(path: string, id: string, command: Command, terminal: Terminal): Promise<void> {
  const { svg, titles: language, json } = command.optsWithGlobals<Options>();
  const api = await connectApi(settingsOf(command));
  const address = `${path}/${encodeURIComponent(id)}/trace`;
  if (svg === undefined) {
    printed(terminal, json, await api.get<Trace>(address), (answer) => linesOf(answer, language));
    return;
  }
  await writeWhole(svg, await api.download(address, { format: 'svg', language }));
  terminal.note(`Written to ${svg}`);
}

function linesOf({ nodes, edges }: Trace, language: 'zh' | 'en'): readonly string[] {
  const columns: readonly Column<Trace['nodes'][number]>[] = [
    { title: 'WHAT', value: ({ id }) => id },
    { title: 'TITLE', value: ({ title }) => title[language] },
    { title: 'STANDING', value: ({ note }) => note?.[language] ?? '–' },
    { title: 'LEADS TO', value: ({ id }) => targetsOf(edges, id) },
  ];
  return textTable(columns, nodes);
}

const targetsOf = (edges: Trace['edges'], id: string): string =>
  edges
    .filter(({ from }) => from === id)
    .map(({ to }) => to)
    .join(', ') || '–';
