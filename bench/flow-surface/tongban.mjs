/** `<tb-flow-designer>`. */
import '@tongban/flow-designer/define';
import { offer } from './page.mjs';

offer(async (xml) => {
  const designer = document.createElement('tb-flow-designer');
  designer.style.height = '800px';
  designer.xml = xml;
  document.querySelector('main').append(designer);
  await designer.select('');
  return designer.editor;
});
