/** The page: the portal shell with the elements in it, and what it hands to them. */
import '@tongban/portal/define';
import { configureTongban } from '@tongban/element-kit';
import { demonstrationSeal } from './demonstration-seal.ts';
import './portal-shell.ts';

configureTongban({ seal: demonstrationSeal });
document.body.append(document.createElement('portal-shell'));
