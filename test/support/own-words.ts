import { speak } from '../../lib/i18n';
import { chooseUnits } from '../../lib/i18n/units';

/** Before each file of tests: those before it in the same world may have spoken without a browser, as the command line does, or in other units. */
speak(null);
chooseUnits(() => null);
