/** Styles of every surface of our own. Imported with the popup's first script, so that it needs no further file. */
import './tokens.css';
import './base.css';
import './controls.css';
