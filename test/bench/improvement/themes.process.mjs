/** The tagging and watching of what customers say alone. */
import { themeAutomation } from '@tenure/theme-service';
import { tellCatchingUp } from '../lifecycle/catching.up.mjs';

await tellCatchingUp(themeAutomation);
