import { speak } from '../../lib/i18n';
import { chooseUnits } from '../../lib/i18n/units';

/**
 * Runs before each test file: earlier files in the same environment may have used texts without a browser, as the command line does, or
 * other units.
 */
speak(null);
chooseUnits(() => null);
