/**
 * The XML parser's words for what is wrong, in both languages: they stand in sentences that people read. What is not known here is
 * told in general words, and kept as `technical` for those who look into the file.
 */
export function reasonWords(reason: string): { readonly reason: string; readonly reasonZh: string; readonly technical?: string } {
  const found = WORDS.find(([english]) => reason.startsWith(english));
  if (found === undefined) return { reason: 'it is written in a way that cannot be read', reasonZh: '写法无法识别', technical: reason };
  return { reason, reasonZh: found[1] };
}

const WORDS: readonly (readonly [english: string, chinese: string])[] = [
  ['unexpected end of file', '文件不完整'],
  ['missing start tag', '没有任何 XML 元素'],
  ['missing open tag', '结束标签没有对应的开始标签'],
  ['closing tag mismatch', '结束标签与开始标签不一致'],
  ['close tag', '结束标签有误'],
  ['unclosed tag', '标签没有闭合'],
  ['unclosed cdata', 'CDATA 段没有闭合'],
  ['unclosed comment', '注释没有闭合'],
  ['unclosed question', '处理指令没有闭合'],
  ['invalid nodeName', '元素名称有误'],
  ['illegal first char nodeName', '元素名称有误'],
  ['missing namespace on', '使用了未声明的命名空间前缀'],
  ['missing namespace for prefix', '使用了未声明的命名空间前缀'],
  ['missing attribute value', '属性缺少值或引号'],
  ['missing closing quotes', '属性缺少结束引号'],
  ['attribute value quote', '属性前后引号不一致'],
  ['attribute <', '属性重复'],
  ['illegal attribute name', '属性名称有误'],
  ['illegal first char attribute name', '属性名称有误'],
  ['illegal character after attribute', '属性之后有多余字符'],
  ['non-whitespace outside of root', '根元素之外有多余文字'],
  ['unexpected body text', '此处不应有文字'],
  ['unknown type', '没有这种元素'],
  ['unrecognized element', '此处不应有该元素'],
  ['unparsable content', '内容无法识别'],
];
