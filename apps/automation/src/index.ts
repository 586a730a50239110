export { startAutomation, type Automation, type AutomationDependencies } from './start.automation';
