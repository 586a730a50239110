import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CliFailure } from '../cli-failure.error';
import type { Sample } from './sample.files';

const PROGRAM = join(__dirname, '../../bin/tenure.js');

/**
 * Imports one sample in a process of its own, which shows its progress on this terminal and whose memory is given back
 * when it is done. Rejects where it fails or is ended by the signal.
 */
export function importSample(sample: Sample, dataDir: string, signal: AbortSignal): Promise<void> {
  const rejects = join(dataDir, 'rejects', `${sample.name}.csv`);
  const args = ['--data-dir', dataDir, 'import', '--mapping', sample.mapping, '--rejects', rejects, '--json'];
  const child = spawn(process.execPath, [PROGRAM, ...args, ...sample.files], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const cancel = (): void => void child.kill('SIGINT');
  signal.addEventListener('abort', cancel, { once: true });
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new CliFailure(`the import of ${sample.name} ended with code ${code ?? 'none'}`));
    });
    if (signal.aborted) cancel();
  }).finally(() => signal.removeEventListener('abort', cancel));
}
