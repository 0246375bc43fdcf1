import { expect, test } from 'vitest';
import { readXmlFile } from './files.ts';

const utf8 = new TextEncoder();
// <?xml version="1.0" encoding="GBK"?><a>受理</a>
const gbk = new Uint8Array([...utf8.encode('<?xml version="1.0" encoding="GBK"?><a>'), 0xca, 0xdc, 0xc0, 0xed, ...utf8.encode('</a>')]);

test.each([
  ['GBK as it declares', gbk, '<?xml version="1.0" encoding="UTF-8"?><a>受理</a>'],
  [
    'UTF-8 that declares GBK',
    utf8.encode(`<?xml version='1.0' encoding='gb2312'?><a>受理</a>`),
    `<?xml version='1.0' encoding='UTF-8'?><a>受理</a>`,
  ],
  ['UTF-8 with a mark before it', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8.encode('<a>受理</a>')]), '<a>受理</a>'],
  ['UTF-16, low byte first', utf16('<a>受理</a>', true), '<a>受理</a>'],
  ['UTF-16, high byte first', utf16('<a>受理</a>', false), '<a>受理</a>'],
])('a file in %s is read', async (_name, bytes, text) => {
  expect(await readXmlFile(new File([bytes], 'flow.bpmn'))).toBe(text);
});

function utf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (const [at, unit] of [0xfeff, ...Array.from({ length: text.length }, (_one, index) => text.charCodeAt(index))].entries())
    view.setUint16(2 * at, unit, little);
  return new Uint8Array(view.buffer);
}
