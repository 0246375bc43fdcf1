/** Registers what the studio loads when a copy is compared with the level above. */
import { defineElement } from '@tongban/element-kit';
import { UpgradePanel } from './upgrade-panel.ts';

defineElement('tb-upgrade-panel', UpgradePanel);
