import { untranslated } from '@tongban/element-kit';
import { expect, test } from 'vitest';
import { blockMessages } from './blocks/block-messages.ts';
import { canvasMessages } from './canvas/canvas-messages.ts';
import { checkMessages } from './check/check-messages.ts';
import { compareMessages } from './compare/compare-messages.ts';
import { flowMessages } from './flow-messages.ts';
import { panelMessages } from './panel/panel-messages.ts';
import { listMessages } from './steps/list-messages.ts';
import { toolMessages } from './tools/tool-messages.ts';
import { trialMessages } from './trial/trial-messages.ts';

test.each([
  ['designer', flowMessages],
  ['canvas', canvasMessages],
  ['panel', panelMessages],
  ['list', listMessages],
  ['check', checkMessages],
  ['blocks', blockMessages],
  ['tools', toolMessages],
  ['trial', trialMessages],
  ['compare', compareMessages],
])('every word of the %s exists in both languages', (_name, messages) => expect(untranslated(messages)).toEqual([]));
