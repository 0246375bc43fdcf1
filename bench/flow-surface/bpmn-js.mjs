/** The modeler of bpmn-js as it comes. */

import iconSheet from 'bpmn-js/dist/assets/bpmn-font/css/bpmn-codes.css?inline';
import bpmnSheet from 'bpmn-js/dist/assets/bpmn-js.css?inline';
import diagramSheet from 'bpmn-js/dist/assets/diagram-js.css?inline';
import Modeler from 'bpmn-js/lib/Modeler';
import { offer } from './page.mjs';

document.adoptedStyleSheets = [diagramSheet, bpmnSheet, iconSheet].map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});

offer(async (xml) => {
  const container = document.querySelector('main');
  container.style.height = '800px';
  const modeler = new Modeler({ container });
  await modeler.importXML(xml);
  modeler.get('canvas').zoom('fit-viewport');
  return modeler;
});
