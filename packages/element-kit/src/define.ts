/** Registers the tags of the shared elements, each once. */
import { Combobox } from './combobox.ts';
import { defineElement } from './define-element.ts';
import { Dialog } from './dialog.ts';
import { Empty } from './empty.ts';
import { LightElement } from './light.ts';
import { MenuButton } from './menu-button.ts';
import { ProblemList } from './problem-list.ts';
import { Splitter } from './splitter.ts';
import { Tabs } from './tabs.ts';
import { ToastRegion } from './toast-region.ts';

defineElement('tb-combobox', Combobox);
defineElement('tb-dialog', Dialog);
defineElement('tb-empty', Empty);
defineElement('tb-light', LightElement);
defineElement('tb-menu-button', MenuButton);
defineElement('tb-problem-list', ProblemList);
defineElement('tb-splitter', Splitter);
defineElement('tb-tabs', Tabs);
defineElement('tb-toast-region', ToastRegion);
