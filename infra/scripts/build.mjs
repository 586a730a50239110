/** `npm run build`: installs what is missing and builds what changed. */
import { buildWhatChanged } from './steps/build.mjs';
import { installWhatIsMissing } from './steps/install.mjs';

await installWhatIsMissing();
await buildWhatChanged();
