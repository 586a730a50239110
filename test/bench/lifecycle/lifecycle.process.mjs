/** The judging of lifecycles alone. */
import { lifecycleAutomation } from '@tenure/lifecycle-service';
import { tellCatchingUp } from './catching.up.mjs';

await tellCatchingUp((parts) => lifecycleAutomation({ ...parts, reviewEveryMs: 100 }));
