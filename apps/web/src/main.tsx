import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/components.css';
import {render} from 'preact';
import {startListening} from './live';
import {followLinks} from './place';
import {Shell} from './shell';
import {applyTheme} from './theme';

applyTheme();
followLinks();
const page = document.getElementById('page');
if (page) render(<Shell />, page);
// What is on the page comes first.
setTimeout(startListening, 500);
