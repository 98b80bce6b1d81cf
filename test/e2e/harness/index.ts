export { chooseDevice, dismissChooser, openChooser } from './chooser';
export { captureConsole } from './console';
export { type Harness, type LaunchOptions, launch } from './launch';
