import { read } from './data/address';
import { openDashboard } from './page/dashboard';
import { openHome } from './page/home';
import { el } from './page/dom';
import { languageOf, wordsOf } from './page/words';

const root = document.getElementById('app')!;
const { uid } = read(window.location);

(uid ? openDashboard(root, uid) : openHome(root)).catch((error: Error) => {
  const words = wordsOf(languageOf(uid));
  root.replaceChildren(
    el('main', { class: 'home' }, el('p', { class: 'problem', role: 'alert' }, error.message), el('a', { href: '/' }, words.home)),
  );
});
