/** `npm start`: installs what is missing, builds what changed, and becomes `tenure start`. */
import { buildWhatChanged } from './steps/build.mjs';
import { installWhatIsMissing } from './steps/install.mjs';

await installWhatIsMissing();
await buildWhatChanged();
process.argv.splice(2, 0, 'start');
// In this very process: a second one would stay resident for nothing.
await import('../../apps/cli/bin/tenure.js');
