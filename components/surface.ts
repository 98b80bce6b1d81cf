/** How every surface of our own looks. Loaded with what the popup is drawn with, so that it is no file more there. */
import './tokens.css';
import './base.css';
import './controls.css';
