/** The page: the portal shell with the elements in it. */
import '@tongban/portal/define';
import './portal-shell.ts';

document.body.append(document.createElement('portal-shell'));
